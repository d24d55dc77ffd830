namespace AutoPortal.Kernel.Workbooks.Reading;

/// <summary>The rows of a workbook's sheet, one at a time.</summary>
internal sealed class SheetRows(XmlScanner xml, CellValues values, MergedRanges merged, TableLimits limits) : ITableSource
{
    private const int MaxRowNumber = 1_048_576;
    private readonly List<(int First, int Last)> _hiddenColumns = [];
    private TableCell[] _cells = new TableCell[16];
    private int _width;
    private int _row;
    private int _column;
    private bool _isHidden;
    private bool _isInRows;
    private bool _isInCell;

    private enum Step
    {
        NeedMore,
        Row,
        Ended,
    }

    public async ValueTask<SourceRow?> NextAsync(CancellationToken ct)
    {
        while (true)
        {
            switch (Walk())
            {
                case Step.Row:
                    return new SourceRow(_row, _isHidden, _cells.AsSpan(0, _width).ToArray());
                case Step.Ended:
                    return null;
                default:
                    await FillAsync(ct);
                    break;
            }
        }
    }

    public TableCell[] Merge(SourceRow row, int width) => merged.Fill(row.Number, row.Cells, width);

    public bool IsColumnHidden(int column) => _hiddenColumns.Exists(c => column >= c.First && column <= c.Last);

    public ValueTask DisposeAsync() => xml.DisposeAsync();

    private Step Walk()
    {
        while (true)
        {
            switch (xml.Next())
            {
                case XmlToken.NeedMore:
                    return Step.NeedMore;
                case XmlToken.EndOfFile:
                    return Step.Ended;
                case XmlToken.Text when _isInCell:
                    TakeText();
                    break;
                case XmlToken.Start:
                    Begin();
                    break;
                case XmlToken.End when _isInCell && !xml.Name.SequenceEqual("c"u8):
                    values.End(xml);
                    break;
                case XmlToken.End when _isInCell:
                    FinishCell();
                    break;
                case XmlToken.End when _isInRows && xml.Name.SequenceEqual("row"u8):
                    return Step.Row;
                case XmlToken.End when _isInRows && xml.Name.SequenceEqual("sheetData"u8):
                    _isInRows = false;
                    return Step.Ended;
            }
        }
    }

    private void Begin()
    {
        if (_isInCell)
        {
            values.Begin(xml);
        }
        else if (_isInRows && xml.Name.SequenceEqual("c"u8))
        {
            BeginCell();
        }
        else if (_isInRows && xml.Name.SequenceEqual("row"u8))
        {
            BeginRow();
        }
        else if (xml.Name.SequenceEqual("sheetData"u8))
        {
            _isInRows = !xml.IsEmptyElement;
        }
        else if (!_isInRows && xml.Name.SequenceEqual("col"u8) && XmlFlag.IsOn(xml.Attribute("hidden"u8)))
        {
            _hiddenColumns.Add((ColumnLetters.Number(xml.Attribute("min"u8)) - 1, ColumnLetters.Number(xml.Attribute("max"u8)) - 1));
        }
    }

    private void BeginRow()
    {
        var written = xml.Attribute("r"u8);
        var number = written.IsEmpty ? _row + 1 : ColumnLetters.Number(written);
        if (number > MaxRowNumber)
        {
            throw new TableFaultException(TableFaultKind.TooManyRows, limits.MaxRows);
        }

        if (number <= _row)
        {
            throw new TableFaultException(new TableFault(TableFaultKind.Damaged) { Row = _row });
        }

        (_row, _column, _width) = (number, -1, 0);
        _isHidden = XmlFlag.IsOn(xml.Attribute("hidden"u8));
    }

    private void BeginCell()
    {
        var address = values.BeginCell(xml);
        var column = address.IsEmpty ? _column + 1 : ColumnLetters.Parse(address).Column;
        if (column >= limits.MaxColumns || (column < 0 && address.IndexOfAnyInRange((byte)'A', (byte)'Z') == 0))
        {
            throw new TableFaultException(new TableFault(TableFaultKind.TooManyColumns, limits.MaxColumns) { Row = _row });
        }

        if (column <= _column)
        {
            throw new TableFaultException(new TableFault(TableFaultKind.Damaged) { Row = _row });
        }

        _column = column;
        _isInCell = !xml.IsEmptyElement;
    }

    private void TakeText()
    {
        try
        {
            values.Take(xml);
        }
        catch (TableFaultException fault) when (fault.Fault is { Kind: TableFaultKind.CellTooLong, Row: null })
        {
            throw TooLong(fault);
        }
    }

    private async ValueTask FillAsync(CancellationToken ct)
    {
        try
        {
            await xml.FillAsync(ct);
        }
        catch (TableFaultException fault) when (fault.Fault is { Kind: TableFaultKind.CellTooLong, Row: null })
        {
            throw TooLong(fault);
        }
    }

    private TableFaultException TooLong(TableFaultException cause) => new(TableFault.TooLong(limits.MaxCellChars, _row, Math.Max(_column, 0)), cause);

    private void FinishCell()
    {
        _isInCell = false;
        var cell = values.Finish();
        if (cell.IsEmpty)
        {
            return;
        }

        if (_column >= _cells.Length)
        {
            Array.Resize(ref _cells, Math.Max(_cells.Length * 2, _column + 1));
        }

        _cells.AsSpan(_width, _column - _width).Clear();
        _cells[_column] = cell;
        _width = _column + 1;
    }
}
