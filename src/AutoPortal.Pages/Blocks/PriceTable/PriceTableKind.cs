using AutoPortal.Pages.Contracts;
using Microsoft.Extensions.DependencyInjection;

namespace AutoPortal.Pages.Blocks.PriceTable;

internal sealed class PriceTableKind : IGenericBlock
{
    public int Place => 120;

    public void Add(IServiceCollection services) => services.AddBlock<PriceTableBlock, PriceTableView>("price_table", new BlockHints
    {
        Group = BlockGroups.Vehicle,
        Icon = "block-table",
        Texts = typeof(PriceTableTexts),
    });
}
