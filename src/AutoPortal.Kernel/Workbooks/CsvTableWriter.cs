using System.Globalization;
using System.Text;
using AutoPortal.Kernel.Workbooks.Reading;

namespace AutoPortal.Kernel.Workbooks;

/// <summary>
/// Writes a CSV that Excel opens rightly: UTF-8 with its mark, CRLF, and guards where Excel would change a text. What looks like a formula gets an apostrophe
/// in front, digits of an identifier become <c>="…"</c>; <see cref="TableFile"/> takes both off again.
/// </summary>
public sealed class CsvTableWriter : ITableWriter
{
    private const int FlushChars = 32 * 1024;
    private static readonly System.Buffers.SearchValues<char> NeedsQuotes = System.Buffers.SearchValues.Create("\",;\t\r\n");
    private readonly StreamWriter _writer;
    private readonly IReadOnlyList<ColumnLayout> _columns;
    private readonly StringBuilder _rows = new();
    private int _column;

    private CsvTableWriter(Stream target, IReadOnlyList<ColumnLayout> columns)
    {
        _writer = new StreamWriter(target, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), FlushChars, leaveOpen: true);
        _columns = columns;
    }

    /// <summary>Begins a CSV with its header.</summary>
    /// <param name="target">Written forward only; stays open.</param>
    /// <param name="columns">From left to right; a text cannot hide columns, so hidden ones are shown too.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task<CsvTableWriter> CreateAsync(Stream target, IReadOnlyList<ColumnLayout> columns, CancellationToken ct)
    {
        var writer = new CsvTableWriter(target, columns);
        foreach (var column in columns)
        {
            writer.Field(column.Title, isIdentifier: false);
        }

        await writer.EndRowAsync(ct);
        return writer;
    }

    /// <inheritdoc/>
    public void Write(string? value) => Field(value, _column < _columns.Count && _columns[_column].Kind == ColumnKind.Identifier);

    /// <inheritdoc/>
    public void Write(long? value) => WriteNumber(value?.ToString(CultureInfo.InvariantCulture));

    /// <inheritdoc/>
    public void Write(decimal? value) => WriteNumber(value?.ToString(CultureInfo.InvariantCulture));

    /// <inheritdoc/>
    public void Write(DateOnly? value) => Raw(value?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    /// <inheritdoc/>
    public void Write(DateTime? value) => Raw(value?.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture));

    /// <inheritdoc/>
    public void Write(bool? value) => Raw(value is { } flag ? flag ? "TRUE" : "FALSE" : null);

    /// <inheritdoc/>
    public void Write(TableCell cell)
    {
        if (cell.Kind == CellKind.Number)
        {
            WriteNumber(cell.Text);
        }
        else
        {
            Write(cell.Text);
        }
    }

    /// <inheritdoc/>
    public async ValueTask EndRowAsync(CancellationToken ct)
    {
        for (; _column < _columns.Count;)
        {
            Raw(null);
        }

        _rows.Append("\r\n");
        _column = 0;
        if (_rows.Length >= FlushChars)
        {
            await FlushAsync(ct);
        }
    }

    /// <inheritdoc/>
    public async Task FinishAsync(CancellationToken ct)
    {
        if (_column > 0)
        {
            await EndRowAsync(ct);
        }

        await FlushAsync(ct);
        await _writer.FlushAsync(ct);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _writer.DisposeAsync();

    private void WriteNumber(string? digits)
    {
        if (_column < _columns.Count && _columns[_column].Kind == ColumnKind.Identifier)
        {
            Field(digits, isIdentifier: true);
        }
        else
        {
            Raw(digits);
        }
    }

    private void Field(string? value, bool isIdentifier)
    {
        if (string.IsNullOrEmpty(value))
        {
            Raw(null);
        }
        else if (CsvFields.LooksLikeFormula(value))
        {
            Quoted("'", value, "");
        }
        else if (isIdentifier && value.AsSpan().IndexOfAnyExceptInRange('0', '9') < 0)
        {
            Quoted("=\"", value, "\"");
        }
        else
        {
            Quoted("", value, "");
        }
    }

    private void Quoted(string before, string value, string after)
    {
        if (before.Length < 2 && value.AsSpan().IndexOfAny(NeedsQuotes) < 0)
        {
            Raw(before + value);
            return;
        }

        Raw($"\"{(before + value + after).Replace("\"", "\"\"", StringComparison.Ordinal)}\"");
    }

    private void Raw(string? field)
    {
        _rows.Append(_column++ == 0 ? "" : ",").Append(field);
    }

    private async Task FlushAsync(CancellationToken ct)
    {
        foreach (var piece in _rows.GetChunks())
        {
            await _writer.WriteAsync(piece, ct);
        }

        _rows.Clear();
    }
}
