using System.Buffers;
using System.Globalization;
using System.IO.Pipelines;
using System.Text;
using AutoPortal.Kernel.Time;

namespace AutoPortal.Ui.Grid;

/// <summary>Writes rows as CSV that Excel opens rightly: UTF-8 with a mark, CRLF, and no cell that it would run as a formula.</summary>
internal static class GridCsv
{
    private const int FlushBytes = 64 * 1024;

    private static readonly SearchValues<char> Special = SearchValues.Create(",\"\r\n");

    public static async Task WriteAsync<TItem>(
        PipeWriter target,
        IReadOnlyList<CsvColumn<TItem>> columns,
        IAsyncEnumerable<TItem> rows,
        CancellationToken ct)
    {
        target.Write(Encoding.UTF8.Preamble);
        Line(target, columns.Select(column => column.Title));
        await foreach (var row in rows.WithCancellation(ct))
        {
            Line(target, columns.Select(column => Plain(column.Value(row))));
            if (target.UnflushedBytes > FlushBytes)
            {
                await target.FlushAsync(ct);
            }
        }

        await target.CompleteAsync();
    }

    private static void Line(PipeWriter target, IEnumerable<string> cells)
        => Encoding.UTF8.GetBytes(string.Join(',', cells.Select(Quoted)) + "\r\n", target);

    private static string Plain(object? value) => value switch
    {
        null => "",
        string text => Harmless(text),
        DateTimeOffset at => ShanghaiTime.Of(at).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        DateOnly on => on.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => Harmless(value.ToString() ?? ""),
    };

    // A spreadsheet runs text that begins like this; the apostrophe makes it words again.
    private static string Harmless(string text)
        => text is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] ? "'" + text : text;

    private static string Quoted(string text)
        => text.AsSpan().ContainsAny(Special) ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
}

/// <summary>A heading and the value below it.</summary>
internal sealed record CsvColumn<TItem>(string Title, Func<TItem, object?> Value);
