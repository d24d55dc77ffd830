using AutoPortal.Pages.Contracts;
using AutoPortal.Pages.Public;
using AutoPortal.Platform.Contracts;

namespace AutoPortal.Pages.Themes;

internal sealed class PublicLooks(PublicAssets assets) : IPublicLooks
{
    public PublicLook Of(TenantFacts tenant)
    {
        var theme = ThemeTokens.Of(new PageTheme(tenant.AccentColor)) ?? ThemeTokens.Of(PageTheme.Default)!;
        return new(assets.Css, $"/{tenant.Identifier}/theme-{theme.Code}.css", theme.SkyColor, theme.NightSkyColor);
    }
}
