namespace AutoPortal.Pages.Contracts;

/// <summary>The word on the live bus by which every node draws a page anew: what a block shows has changed, though the page has not.</summary>
/// <remarks>Said with <c>db.Announce(PublicPageWords.Topic, PublicPageWords.Of("a", slug))</c> in the transaction of the change.</remarks>
public static class PublicPageWords
{
    /// <summary>The topic.</summary>
    public const string Topic = "page_changed";

    /// <summary>The payload for one page.</summary>
    public static string Of(string pathKind, string slug) => $"{pathKind}/{slug}";
}
