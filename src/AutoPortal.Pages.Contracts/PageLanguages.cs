namespace AutoPortal.Pages.Contracts;

/// <summary>The languages in which a page can be asked for; Chinese is the one without a query.</summary>
public static class PageLanguages
{
    /// <summary>Simplified Chinese, the first language.</summary>
    public const string Chinese = "zh-CN";

    /// <summary>English.</summary>
    public const string English = "en";

    /// <summary>The language that a query value asks for; anything unknown is Chinese, so that odd values do not multiply cached pages.</summary>
    public static string Of(string? query)
        => string.Equals(query, English, StringComparison.OrdinalIgnoreCase) ? English : Chinese;

    /// <summary>The query that asks for a language: empty or <c>?lang=en</c>.</summary>
    public static string Query(string language)
        => string.Equals(language, English, StringComparison.Ordinal) ? "?lang=en" : "";
}
