using System.IO.Compression;
using System.Text;
using AutoPortal.Kernel.Workbooks.Reading;
using AutoPortal.Kernel.Workbooks.Writing;

namespace AutoPortal.Kernel.Workbooks;

/// <summary>
/// Writes an Excel workbook straight into a stream: begin a sheet, write cells and rows, begin the next one, finish.
/// A text is always a text: it is never run as a formula, whatever it begins with.
/// </summary>
public sealed class WorkbookWriter : ITableWriter
{
    private const int FlushBytes = 64 * 1024;
    private const string ListsSheet = "lists";

    // Excel keeps fifteen digits of a number and turns the rest into zeros.
    private const long LargestExact = 999_999_999_999_999;
    private static readonly DateTime FirstSafeDay = new(1900, 3, 1, 0, 0, 0, DateTimeKind.Unspecified);
    private readonly WorkbookPackage _package;
    private readonly RowBuffer _rows = new();
    private SheetLayout? _layout;
    private Stream? _part;
    private SheetComments _comments = new();
    private int _row;
    private int _mark;
    private bool _isInRow;
    private bool _isFull;

    private WorkbookWriter(WorkbookPackage package) => _package = package;

    private int HeaderRow => _layout!.Note is null ? 1 : 2;

    /// <summary>Begins a workbook.</summary>
    /// <param name="target">Written forward only; stays open.</param>
    /// <param name="facts">What it says about itself.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task<WorkbookWriter> CreateAsync(Stream target, WorkbookFacts facts, CancellationToken ct)
        => new(new WorkbookPackage(await ZipArchive.CreateAsync(target, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8, ct), facts, ListsSheet));

    /// <summary>Ends the sheet before and begins another with its header.</summary>
    public async Task BeginSheetAsync(SheetLayout layout, CancellationToken ct)
    {
        if (layout.Columns.Count is 0 or > ColumnLetters.MaxColumns)
        {
            throw new ArgumentException($"A sheet has 1 to {ColumnLetters.MaxColumns} columns, not {layout.Columns.Count}.", nameof(layout));
        }

        await EndSheetAsync(ct);
        _layout = layout;
        await BeginPartAsync(ct);
        _row = HeaderRow;
    }

    /// <summary>Adds a sheet of lines for people: what a template's columns mean, who exported this. It comes before or between sheets, not inside one.</summary>
    public async Task AddNotesAsync(string name, IReadOnlyList<string> lines, CancellationToken ct)
    {
        await EndSheetAsync(ct);
        await _package.WriteColumnsAsync(name, [lines], isHidden: false, ct);
    }

    /// <summary>Marks the next cell of this row in light red.</summary>
    /// <param name="reason">A note on the cell; null for none. A sheet shows the first 2,000 notes.</param>
    public void Mark(string? reason)
    {
        BeginRow();
        _mark = CellStyles.Marked;
        if (reason is { Length: > 0 })
        {
            _comments.Add(_rows.Column, _row, reason);
        }
    }

    /// <inheritdoc/>
    public void Write(string? value)
    {
        BeginRow();
        if (string.IsNullOrEmpty(value))
        {
            Blank();
            return;
        }

        _rows.Text(value, Style(CsvFields.LooksLikeFormula(value) ? CellStyles.Quoted : KindHere() == ColumnKind.Identifier ? CellStyles.Text : CellStyles.General));
    }

    /// <inheritdoc/>
    public void Write(long? value)
    {
        BeginRow();
        if (value is not { } number)
        {
            Blank();
        }
        else if (KindHere() == ColumnKind.Identifier || number is > LargestExact or < -LargestExact)
        {
            _rows.Text(number.ToString(System.Globalization.CultureInfo.InvariantCulture), Style(CellStyles.Text));
        }
        else
        {
            _rows.Number(number, Style(NumberStyle()));
        }
    }

    /// <inheritdoc/>
    public void Write(decimal? value)
    {
        BeginRow();
        if (value is not { } number)
        {
            Blank();
        }
        else if (KindHere() == ColumnKind.Identifier)
        {
            _rows.Text(number.ToString(System.Globalization.CultureInfo.InvariantCulture), Style(CellStyles.Text));
        }
        else
        {
            _rows.Number(number, Style(NumberStyle()));
        }
    }

    /// <inheritdoc/>
    public void Write(DateOnly? value)
    {
        BeginRow();
        if (value is { } day)
        {
            Date(day.ToDateTime(TimeOnly.MinValue), CellStyles.Day);
        }
        else
        {
            Blank();
        }
    }

    /// <inheritdoc/>
    public void Write(DateTime? value)
    {
        BeginRow();
        if (value is { } moment)
        {
            Date(moment, CellStyles.Moment);
        }
        else
        {
            Blank();
        }
    }

    /// <inheritdoc/>
    public void Write(bool? value)
    {
        BeginRow();
        if (value is { } flag)
        {
            _rows.Flag(flag, Style(CellStyles.General));
        }
        else
        {
            Blank();
        }
    }

    /// <inheritdoc/>
    public void Write(TableCell cell)
    {
        switch (cell)
        {
            case { Flag: { } flag }:
                Write(flag);
                break;
            case { Date: { } date } when date.TimeOfDay == TimeSpan.Zero:
                Write(DateOnly.FromDateTime(date));
                break;
            case { Date: { } date } when date >= FirstSafeDay:
                Write(date);
                break;
            case { Number: { } number } when Math.Abs(number) <= LargestExact:
                Write(number);
                break;
            default:
                Write(cell.Text);
                break;
        }
    }

    /// <inheritdoc/>
    public async ValueTask EndRowAsync(CancellationToken ct)
    {
        BeginRow();
        _rows.EndRow();
        _isInRow = false;
        if (_isFull)
        {
            await EndPartAsync(_layout!.MaxRows, ct);
            await BeginPartAsync(ct);
            _isFull = false;
        }

        if (_row >= _layout!.MaxRows)
        {
            await FlushAsync(ct);
            _isFull = true;
        }
        else if (_rows.Length >= FlushBytes)
        {
            await FlushAsync(ct);
        }
    }

    /// <inheritdoc/>
    public async Task FinishAsync(CancellationToken ct)
    {
        await EndSheetAsync(ct);
        await _package.FinishAsync(ct);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _rows.Dispose();
        if (_part is not null)
        {
            await _part.DisposeAsync();
        }

        await _package.DisposeAsync();
    }

    private void BeginRow()
    {
        if (_isInRow)
        {
            return;
        }

        if (_layout is null)
        {
            throw new InvalidOperationException("A sheet must be begun before a row.");
        }

        // The row behind a full sheet is the first of the next one, which is begun when this row ends.
        _row = _isFull ? HeaderRow + 1 : _row + 1;
        _comments = _isFull ? new SheetComments() : _comments;
        _rows.BeginRow(_row);
        _isInRow = true;
    }

    private ColumnKind KindHere() => _rows.Column < _layout!.Columns.Count ? _layout.Columns[_rows.Column].Kind : ColumnKind.General;

    private int NumberStyle() => KindHere() == ColumnKind.Money ? CellStyles.Money : CellStyles.General;

    private int Style(int style)
    {
        var marked = style + _mark;
        _mark = 0;
        return marked;
    }

    private void Blank()
    {
        if (_mark > 0)
        {
            _rows.Styled(Style(CellStyles.Of(KindHere())));
        }
        else
        {
            _rows.Skip();
        }
    }

    private void Date(DateTime date, int style)
    {
        if (date < FirstSafeDay)
        {
            _rows.Text(ExcelDates.Cell(date).Text, Style(CellStyles.Text));
        }
        else
        {
            _rows.Number(date.ToOADate(), Style(style));
        }
    }

    private async Task BeginPartAsync(CancellationToken ct)
        => _part = await _package.BeginSheetAsync(_layout!, HeaderRow, ct);

    private async Task EndSheetAsync(CancellationToken ct)
    {
        if (_layout is null)
        {
            return;
        }

        if (_isInRow)
        {
            await EndRowAsync(ct);
        }

        await FlushAsync(ct);
        await EndPartAsync(_row, ct);
        (_layout, _isFull) = (null, false);
        _comments = new SheetComments();
    }

    private async Task EndPartAsync(int lastRow, CancellationToken ct)
    {
        await _package.EndSheetAsync(_part!, _layout!, HeaderRow, lastRow, _comments, ct);
        _part = null;
    }

    private async ValueTask FlushAsync(CancellationToken ct)
    {
        await _part!.WriteAsync(_rows.Written, ct);
        _rows.Clear();
    }
}
