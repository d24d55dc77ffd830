using AutoPortal.Pages.Contracts;
using AutoPortal.Pages.Documents;
using AutoPortal.Pages.Themes;

namespace AutoPortal.Pages.Public;

/// <summary>Everything that a published page needs to be drawn.</summary>
public sealed record PageView(BlockContext Context, string Title, string Description, int Version, ThemeTokens Theme, IReadOnlyList<DrawnBlock> Blocks, PublicAssets Assets, string PublicOrigin)
{
    /// <summary>Address of the theme's style sheet.</summary>
    public string ThemeHref => $"/{Context.TenantIdentifier}/theme-{Theme.Code}.css";

    /// <summary>The whole address, where the host's own is configured.</summary>
    public string Absolute(string path) => PublicOrigin + path;
}
