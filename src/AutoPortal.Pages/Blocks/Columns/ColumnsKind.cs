using AutoPortal.Pages.Contracts;
using Microsoft.Extensions.DependencyInjection;

namespace AutoPortal.Pages.Blocks.Columns;

internal sealed class ColumnsKind : IGenericBlock
{
    public int Place => 300;

    public void Add(IServiceCollection services) => services.AddBlock<ColumnsBlock, ColumnsView>("columns", new BlockHints
    {
        Group = BlockGroups.Layout,
        Icon = "columns",
        IsContainer = true,
        OnlyChildren = ["column"],
        StartsWith = ["column", "column"],
        Texts = typeof(ColumnsTexts),
    });
}
