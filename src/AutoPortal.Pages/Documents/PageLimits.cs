namespace AutoPortal.Pages.Documents;

/// <summary>How large a page may grow before it is refused; generous for people, tight for machines.</summary>
public static class PageLimits
{
    /// <summary>Blocks in blocks, the outermost counted.</summary>
    public const int Depth = 8;

    /// <summary>Blocks on one page.</summary>
    public const int Blocks = 2_000;

    /// <summary>Characters of the whole document as JSON.</summary>
    public const int Characters = 2_000_000;

    /// <summary>Whether the word can be a block's id and anchor.</summary>
    public static bool IsAnchor(string id)
        => id.Length is > 0 and <= 64 && id.All(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-');
}
