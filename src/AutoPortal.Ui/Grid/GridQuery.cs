using AutoPortal.Kernel.Paging;

namespace AutoPortal.Ui.Grid;

/// <summary>What a list shows, as the address says it: search, sort, filters and where the page begins.</summary>
internal sealed record GridQuery(
    string? Search,
    string? Sort,
    bool Descending,
    string? After,
    int Number,
    IReadOnlyDictionary<string, string> Filters)
{
    public bool IsNarrowed => Search is not null || Filters.Count > 0;

    public PageRequest Request(int size) => new(After, size, Sort, Descending, Search, Filters);

    public GridQuery WithFilter(string name, string? value)
    {
        var filters = new Dictionary<string, string>(Filters, StringComparer.Ordinal);
        filters.Remove(name);
        if (!string.IsNullOrEmpty(value))
        {
            filters[name] = value;
        }

        return AtStart() with { Filters = filters };
    }

    public GridQuery WithSearch(string? typed)
        => AtStart() with { Search = string.IsNullOrWhiteSpace(typed) ? null : typed.Trim() };

    // A third press goes back to the list's own order.
    public GridQuery WithSort(string column) => (Sort == column, Descending) switch
    {
        (false, _) => AtStart() with { Sort = column, Descending = false },
        (true, false) => AtStart() with { Descending = true },
        _ => AtStart() with { Sort = null, Descending = false },
    };

    public GridQuery WithoutNarrowing()
        => AtStart() with { Search = null, Filters = new Dictionary<string, string>(StringComparer.Ordinal) };

    public GridQuery AtStart() => this with { After = null, Number = 1 };

    public bool Equals(GridQuery? other)
        => other is not null
            && (Search, Sort, Descending, After) == (other.Search, other.Sort, other.Descending, other.After)
            && Filters.Count == other.Filters.Count
            && Filters.All(filter => other.Filters.TryGetValue(filter.Key, out var value) && value == filter.Value);

    public override int GetHashCode() => HashCode.Combine(Search, Sort, Descending, After, Filters.Count);
}
