using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using AutoPortal.Kernel.Imports;
using AutoPortal.Kernel.Workbooks;

namespace AutoPortal.Platform.Imports;

/// <summary>Reads a file's rows under the fields of its kind.</summary>
internal sealed class ImportRows(IReadOnlyList<string?> columns)
{
    /// <summary>Heading of the hidden column in which an exported row carries what it was.</summary>
    public const string StampHeading = "AutoPortal";

    private readonly RowKeys _keys = new();

    /// <summary>Required fields that no heading stands for. A file that was exported here needs none: its rows carry whom they are about.</summary>
    public static IReadOnlyList<ImportField> Missing(IReadOnlyList<ImportField> fields, IReadOnlyList<string> headings, IReadOnlyList<string?> columns)
        => headings.Contains(StampHeading) ? [] : [.. fields.Where(f => f.IsRequired && !columns.Contains(f.Code))];

    /// <summary>Headings whose cells are not read, but for the hidden one, which no person wrote.</summary>
    public static IReadOnlyList<string> LeftOut(IReadOnlyList<string> headings, IReadOnlyList<string?> columns)
        => [.. headings.Where((heading, place) => heading != StampHeading && columns.ElementAtOrDefault(place) is null)];

    /// <summary>Rows that say something, in order.</summary>
    public async IAsyncEnumerable<ImportRow> ReadAsync(TableReader table, [EnumeratorCancellation] CancellationToken ct)
    {
        var stamp = table.Columns.FirstOrDefault(c => c.Name == StampHeading)?.Index;
        while (await table.ReadAsync(ct))
        {
            var values = Values(table);
            if (values.Count > 0)
            {
                var exported = stamp is { } column ? Stamp(table.Row[column].Text) : null;
                yield return new ImportRow(table.Row.Number, _keys.Next(values, exported), values) { Stamp = exported };
            }
        }
    }

    private Dictionary<string, string> Values(TableReader table)
    {
        var values = new Dictionary<string, string>(columns.Count, StringComparer.Ordinal);
        for (var i = 0; i < columns.Count && i < table.Columns.Count; i++)
        {
            if (columns[i] is { } field && TextOf(table.Row[table.Columns[i].Index]) is { Length: > 0 } text)
            {
                values[field] = text;
            }
        }

        return values;
    }

    private static string TextOf(TableCell cell) => cell.Date is { } date
        ? date.ToString(date.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)
        : ImportText.Normalise(cell.Text);

    // A stamp that somebody typed over is as good as none.
    private static RowStamp? Stamp(string text)
    {
        try
        {
            return text.StartsWith('{') ? JsonSerializer.Deserialize<RowStamp>(text) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
