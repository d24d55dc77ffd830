using Microsoft.Extensions.Localization;

namespace AutoPortal.Platform.Shell;

/// <summary>A role in words: the tenant's own name for it, else the persona's.</summary>
internal static class RoleWords
{
    public static string Of(IStringLocalizer<PlatformTexts> text, string template, string? ownName) => ownName ?? text["role." + template];
}
