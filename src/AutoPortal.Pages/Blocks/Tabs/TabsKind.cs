using AutoPortal.Pages.Contracts;
using Microsoft.Extensions.DependencyInjection;

namespace AutoPortal.Pages.Blocks.Tabs;

internal sealed class TabsKind : IGenericBlock
{
    public int Place => 310;

    public void Add(IServiceCollection services) => services.AddBlock<TabsBlock, TabsView>("tabs", new BlockHints
    {
        Group = BlockGroups.Layout,
        Icon = "block-tabs",
        IsContainer = true,
        OnlyChildren = ["tab"],
        StartsWith = ["tab", "tab"],
        Texts = typeof(TabsTexts),
    });
}
