using System.Text.RegularExpressions;

namespace AutoPortal.Pages.Domain;

/// <summary>A page's word in its address.</summary>
internal static partial class PageSlug
{
    public const int MaxLength = 63;

    public static bool IsValid(string slug) => Shape().IsMatch(slug);

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{0,62}\\z", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
