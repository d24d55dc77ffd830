namespace AutoPortal.Pages;

/// <summary>Topics of the live bus that belong to this module's screens.</summary>
internal static class PageTopics
{
    /// <summary>A release was handed in, decided or moved on; the payload is the page's id.</summary>
    public const string Releases = "page_releases";

    /// <summary>Copies of a master were ordered, made or called off; the payload is the master's id.</summary>
    public const string Copies = "page_copies";
}
