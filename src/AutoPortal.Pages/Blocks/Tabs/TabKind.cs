using AutoPortal.Pages.Contracts;
using Microsoft.Extensions.DependencyInjection;

namespace AutoPortal.Pages.Blocks.Tabs;

internal sealed class TabKind : IGenericBlock
{
    public int Place => 311;

    public void Add(IServiceCollection services) => services.AddBlock<TabBlock, TabView>("tab", new BlockHints
    {
        Group = BlockGroups.Layout,
        Icon = "block-tab",
        IsContainer = true,
        OnlyIn = ["tabs"],
        StartsWith = ["rich_text"],
        Texts = typeof(TabsTexts),
    });
}
