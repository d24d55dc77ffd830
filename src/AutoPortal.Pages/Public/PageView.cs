using AutoPortal.Pages.Blocks.Share;
using AutoPortal.Pages.Blocks.Shared;
using AutoPortal.Pages.Contracts;
using AutoPortal.Pages.Documents;
using AutoPortal.Pages.Themes;

namespace AutoPortal.Pages.Public;

/// <summary>Everything that a published page needs to be drawn.</summary>
public sealed record PageView(BlockContext Context, string Title, string Description, int Version, ThemeTokens Theme, IReadOnlyList<DrawnBlock> Blocks, PublicAssets Assets, string PublicOrigin)
{
    /// <summary>Address of the theme's style sheet.</summary>
    public string ThemeHref => $"/{Context.TenantIdentifier}/theme-{Theme.Code}.css";

    /// <summary>Title where the page is shared.</summary>
    public string ShareTitle => Share?.Title is { IsEmpty: false } title ? title.In(Context.Language) : Title;

    /// <summary>Text where the page is shared.</summary>
    public string ShareText => Share?.Text is { IsEmpty: false } text ? text.In(Context.Language) : Description;

    /// <summary>Picture where the page is shared: an uploaded one, else the house's; chats show no drawings.</summary>
    public string ShareImage => SafeLink.IsOwnPath(Share?.Picture?.Src) ? Share!.Picture!.Src! : Assets.ShareImage;

    private ShareBlock? Share => Blocks.Select(b => b.Block).OfType<ShareBlock>().FirstOrDefault();

    /// <summary>The whole address, where the host's own is configured.</summary>
    public string Absolute(string path) => PublicOrigin + path;
}
