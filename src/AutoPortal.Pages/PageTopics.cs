namespace AutoPortal.Pages;

/// <summary>Topics of the live bus that belong to this module's screens.</summary>
internal static class PageTopics
{
    /// <summary>A release was handed in, decided or moved on; the payload is the page's id.</summary>
    public const string Releases = "page_releases";
}
