using AutoPortal.Platform.Contracts;

namespace AutoPortal.Pages.Contracts;

/// <summary>How a tenant's pages look where no page says otherwise, for consumer pages that other modules draw.</summary>
public interface IPublicLooks
{
    /// <summary>The look of the tenant's accent.</summary>
    PublicLook Of(TenantFacts tenant);
}

/// <summary>What the head of a consumer page names.</summary>
/// <param name="Css">Address of the style sheet, with a hash by which a phone may keep it for ever.</param>
/// <param name="ThemeCss">Address of the theme's variables, which stand after it.</param>
/// <param name="SkyColor">For the browser's own bars.</param>
/// <param name="NightSkyColor">The same in the dark.</param>
public sealed record PublicLook(string Css, string ThemeCss, string SkyColor, string NightSkyColor);
