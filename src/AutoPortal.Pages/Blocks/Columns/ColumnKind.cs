using AutoPortal.Pages.Contracts;
using Microsoft.Extensions.DependencyInjection;

namespace AutoPortal.Pages.Blocks.Columns;

internal sealed class ColumnKind : IGenericBlock
{
    public int Place => 301;

    public void Add(IServiceCollection services) => services.AddBlock<ColumnBlock, ColumnView>("column", new BlockHints
    {
        Group = BlockGroups.Layout,
        Icon = "block-column",
        IsContainer = true,
        OnlyIn = ["columns"],
        StartsWith = ["image", "rich_text"],
        Texts = typeof(ColumnsTexts),
    });
}
