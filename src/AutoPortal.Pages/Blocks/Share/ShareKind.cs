using AutoPortal.Pages.Contracts;
using Microsoft.Extensions.DependencyInjection;

namespace AutoPortal.Pages.Blocks.Share;

internal sealed class ShareKind : IGenericBlock
{
    public int Place => 440;

    public void Add(IServiceCollection services) => services.AddBlock<ShareBlock, ShareView>("share_settings", new BlockHints
    {
        Group = BlockGroups.Page,
        Icon = "share",
        MostPerPage = 1,
        OnlyOnPage = true,
        Texts = typeof(ShareTexts),
    });
}
