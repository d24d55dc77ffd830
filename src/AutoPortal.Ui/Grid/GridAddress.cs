using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.WebUtilities;

namespace AutoPortal.Ui.Grid;

/// <summary>Writes a list's query into the address and reads it back: <c>?q=…&amp;sort=-at&amp;f.state=new&amp;after=…&amp;page=2</c>.</summary>
/// <param name="prefix">Put before every name, so that two lists can share an address.</param>
internal sealed class GridAddress(string prefix)
{
    private string SearchKey => prefix + "q";

    private string SortKey => prefix + "sort";

    private string AfterKey => prefix + "after";

    private string NumberKey => prefix + "page";

    private string FilterStart => prefix + "f.";

    public GridQuery Read(string address)
    {
        var values = QueryHelpers.ParseQuery(new Uri(address).Query);
        string? Value(string key) => values.TryGetValue(key, out var found) && !string.IsNullOrEmpty(found) ? found.ToString() : null;
        var sort = Value(SortKey);
        var number = int.TryParse(Value(NumberKey), NumberStyles.None, CultureInfo.InvariantCulture, out var read) && read > 1 ? read : 1;
        return new(
            Value(SearchKey)?.Trim(),
            sort?.TrimStart('-'),
            sort?.StartsWith('-') == true,
            Value(AfterKey),
            Value(AfterKey) is null ? 1 : number,
            values
                .Where(pair => pair.Key.StartsWith(FilterStart, StringComparison.Ordinal) && !string.IsNullOrEmpty(pair.Value))
                .ToDictionary(pair => pair.Key[FilterStart.Length..], pair => pair.Value.ToString(), StringComparer.Ordinal));
    }

    /// <summary>The address with this query in it; what belongs to others in it stays.</summary>
    public string Write(NavigationManager navigation, GridQuery query)
    {
        var values = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            [SearchKey] = query.Search,
            [SortKey] = query.Sort is null ? null : (query.Descending ? "-" : "") + query.Sort,
            [AfterKey] = query.After,
            [NumberKey] = query.Number > 1 ? query.Number : null,
        };
        foreach (var gone in Read(navigation.Uri).Filters.Keys)
        {
            values[FilterStart + gone] = null;
        }

        foreach (var (name, value) in query.Filters)
        {
            values[FilterStart + name] = value;
        }

        return navigation.GetUriWithQueryParameters(values);
    }
}
