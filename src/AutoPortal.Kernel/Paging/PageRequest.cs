namespace AutoPortal.Kernel.Paging;

/// <summary>Which rows of a list a screen asks for. Paging goes by keys: a page begins after the last row of the one before it.</summary>
/// <param name="After">The <see cref="Page{T}.NextAfter"/> of the page before; null for the first page. It comes from the address, so it may be anything.</param>
/// <param name="Size">Rows wanted, at least 1.</param>
/// <param name="Sort">Name of the column to sort by; null for the list's own order. It comes from the address, so an unknown name means the own order.</param>
/// <param name="Descending">Whether <paramref name="Sort"/> runs from high to low.</param>
/// <param name="Search">What the person typed into the search box, trimmed; null when empty.</param>
/// <param name="Filters">Chosen filter values by filter name; values come from the address, so an unknown one must match nothing.</param>
public sealed record PageRequest(
    string? After,
    int Size,
    string? Sort,
    bool Descending,
    string? Search,
    IReadOnlyDictionary<string, string> Filters)
{
    /// <summary>Whether the page shall say how many rows there are; who reads page after page need not count each time.</summary>
    public bool IsTotalWanted { get; init; } = true;

    /// <summary>The first page in the list's own order, unfiltered.</summary>
    public static PageRequest First(int size) => new(null, size, null, false, null, new Dictionary<string, string>());
}
