using System.Runtime.CompilerServices;
using AutoPortal.Kernel.Workbooks.Reading;

namespace AutoPortal.Kernel.Workbooks;

/// <summary>How a table file is written.</summary>
public enum TableFormat
{
    /// <summary>An Excel workbook.</summary>
    Workbook,

    /// <summary>Text with delimiters.</summary>
    Text,
}

/// <summary>What is known of a table beside its rows.</summary>
/// <param name="Format">How it is written.</param>
/// <param name="Sheets">All sheets that hold cells, in the order of their tabs.</param>
/// <param name="Sheet">The one that is read.</param>
/// <param name="Encoding">Name of a text's encoding, such as <c>utf-8</c>; null for a workbook.</param>
/// <param name="Delimiter">What parts a text's fields; null for a workbook.</param>
public sealed record TableShape(TableFormat Format, IReadOnlyList<SheetInfo> Sheets, SheetInfo Sheet, string? Encoding, char? Delimiter);

/// <summary>Walks forward through the rows of a table. Rows without any content are passed over.</summary>
public sealed class TableReader : IAsyncDisposable
{
    private readonly OpenedFile _file;
    private readonly ITableSource _rows;
    private readonly TableLimits _limits;
    private readonly TableHeader _header;
    private int _read;

    private TableReader(OpenedFile file, TableShape shape, TableHeader header, TableLimits limits)
    {
        _file = file;
        _rows = file.Rows!;
        _limits = limits;
        _header = header;
        Shape = shape;
    }

    /// <summary>Format, sheets, encoding.</summary>
    public TableShape Shape { get; }

    /// <summary>All sheets of the file; a text has one without a name.</summary>
    public IReadOnlyList<SheetInfo> Sheets => Shape.Sheets;

    /// <summary>Number of the row that names the columns.</summary>
    public int HeaderRow => _header.Row;

    /// <summary>The columns that have a name, from left to right.</summary>
    public IReadOnlyList<TableColumn> Columns => _header.Columns;

    /// <summary>One fault for each name that stands over several columns; to import by name makes no sense then.</summary>
    public IReadOnlyList<TableFault> HeaderFaults => _header.Faults;

    /// <summary>The row that <see cref="ReadAsync"/> came to.</summary>
    public TableRow Row { get; private set; } = new(0, isHidden: false, []);

    /// <summary>Goes to the next row with content.</summary>
    /// <returns>False behind the last one.</returns>
    /// <exception cref="TableFaultException">The file cannot be read further; what was read before stands.</exception>
    public async ValueTask<bool> ReadAsync(CancellationToken ct)
    {
        try
        {
            SourceRow? next;
            do
            {
                next = _header.Waiting.TryDequeue(out var waiting) ? waiting : await _rows.NextAsync(ct);
            }
            while (next is not null && !Take(next));
            return next is not null;
        }
        catch (Exception fault) when (FileFaults.IsOfTheFile(fault))
        {
            throw FileFaults.Translate(fault);
        }
    }

    /// <summary>The rows with content that follow.</summary>
    /// <inheritdoc cref="ReadAsync" path="/exception"/>
    public async IAsyncEnumerable<TableRow> RowsAsync([EnumeratorCancellation] CancellationToken ct)
    {
        while (await ReadAsync(ct))
        {
            yield return Row;
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _file.DisposeAsync();

    internal static async Task<TableReader> BeginAsync(OpenedFile file, TableShape shape, int? headerRow, TableLimits limits, CancellationToken ct)
        => new(file, shape, await TableHeader.FindAsync(file.Rows!, headerRow, ct), limits);

    private bool Take(SourceRow row)
    {
        // Merged values alone do not make a row: a range over a whole column would make a million of them.
        var isEmpty = Array.TrueForAll(row.Cells, cell => cell.IsEmpty);
        var cells = _rows.Merge(row, Math.Max(_header.Width, row.Cells.Length));
        if (isEmpty)
        {
            return false;
        }

        if (++_read > _limits.MaxRows)
        {
            throw new TableFaultException(new TableFault(TableFaultKind.TooManyRows, _limits.MaxRows) { Row = row.Number });
        }

        Row = new TableRow(row.Number, row.IsHidden, cells);
        return true;
    }
}
