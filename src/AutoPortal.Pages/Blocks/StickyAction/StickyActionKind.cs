using AutoPortal.Pages.Contracts;
using Microsoft.Extensions.DependencyInjection;

namespace AutoPortal.Pages.Blocks.StickyAction;

internal sealed class StickyActionKind : IGenericBlock
{
    public int Place => 420;

    public void Add(IServiceCollection services) => services.AddBlock<StickyActionBlock, StickyActionView>("sticky_action", new BlockHints
    {
        Group = BlockGroups.Page,
        Icon = "block-bar",
        MostPerPage = 1,
        OnlyOnPage = true,
        Texts = typeof(StickyActionTexts),
    });
}
