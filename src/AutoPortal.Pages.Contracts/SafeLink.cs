namespace AutoPortal.Pages.Contracts;

/// <summary>Which addresses an author may link to. Everything else is shown as words without a link.</summary>
public static class SafeLink
{
    private static readonly string[] Schemes = ["https", "http", "tel", "mailto"];

    /// <summary>A path on this host: <c>/x</c>, but neither <c>//host</c> nor <c>/\host</c>.</summary>
    public static bool IsOwnPath(string? href)
        => href is ['/', ..] && (href.Length == 1 || href[1] is not ('/' or '\\')) && !href.Any(char.IsControl);

    /// <summary>The address if it may be linked to, else null.</summary>
    public static string? Of(string? href)
        => href is null || href.Any(char.IsControl) ? null
            : IsOwnPath(href) || href is ['#', ..] ? href
            : Uri.TryCreate(href, UriKind.Absolute, out var uri) && Schemes.Contains(uri.Scheme, StringComparer.Ordinal) ? href
            : null;

    /// <summary>What a link to the address says about it: foreign hosts learn nothing and gain nothing.</summary>
    public static string? Rel(string href) => IsAbroad(href) ? "noopener nofollow" : null;

    /// <summary>Whether the address leaves this host.</summary>
    public static bool IsAbroad(string href) => href.StartsWith("http", StringComparison.OrdinalIgnoreCase);
}
