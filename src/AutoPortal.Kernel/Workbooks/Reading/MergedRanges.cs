namespace AutoPortal.Kernel.Workbooks.Reading;

/// <summary>Gives every cell of a merged range the value of its first one, where it is filled.</summary>
internal sealed class MergedRanges
{
    private readonly List<Range> _ranges = [];
    private readonly List<(Range Range, TableCell Cell)> _open = [];
    private int _next;

    /// <summary>A sheet lists its merged ranges behind its rows, so its bytes are passed over once before.</summary>
    public static async Task<MergedRanges> ReadAsync(Stream sheet, TableLimits limits, CancellationToken ct)
    {
        var merged = new MergedRanges();
        var rest = await SheetTail.FindAsync(sheet, ct);
        await using var xml = await XmlScanner.OpenAsync(rest, ct);
        XmlToken token;
        while ((token = await xml.ReadAsync(ct)) != XmlToken.EndOfFile)
        {
            if (token != XmlToken.Start || !xml.Name.SequenceEqual("mergeCell"u8))
            {
                continue;
            }

            if (merged._ranges.Count == limits.MaxMerges)
            {
                throw new TableFaultException(TableFaultKind.TooManyMerges, limits.MaxMerges);
            }

            merged.Add(xml.Attribute("ref"u8));
        }

        merged._ranges.Sort((one, other) => one.Top.CompareTo(other.Top));
        return merged;
    }

    /// <summary>Fills a row's cells below and beside the first ones of their ranges. Rows come in order, each once.</summary>
    /// <param name="row">From 1.</param>
    /// <param name="cells">Up to the last filled one.</param>
    /// <param name="width">Columns to fill; a range over a whole row is not carried to the end of the sheet.</param>
    /// <returns>The cells, wider where a range reaches further.</returns>
    public TableCell[] Fill(int row, TableCell[] cells, int width)
    {
        Open(row, cells);
        foreach (var (range, cell) in _open)
        {
            var last = Math.Min(range.Right, width - 1);
            if (last >= cells.Length && !cell.IsEmpty)
            {
                Array.Resize(ref cells, last + 1);
            }

            for (var column = range.Left; column <= last && !cell.IsEmpty; column++)
            {
                cells[column] = cells[column].IsEmpty ? cell : cells[column];
            }
        }

        return cells;
    }

    private void Open(int row, TableCell[] cells)
    {
        if (_open.Count > 0)
        {
            _open.RemoveAll(open => open.Range.Bottom < row);
        }

        for (; _next < _ranges.Count && _ranges[_next].Top <= row; _next++)
        {
            var range = _ranges[_next];
            if (range.Top == row && range.Left < cells.Length && !cells[range.Left].IsEmpty)
            {
                _open.Add((range, cells[range.Left]));
            }
        }
    }

    private void Add(ReadOnlySpan<byte> address)
    {
        var colon = address.IndexOf((byte)':');
        var (left, top) = ColumnLetters.Parse(colon < 0 ? address : address[..colon]);
        var (right, bottom) = ColumnLetters.Parse(colon < 0 ? address : address[(colon + 1)..]);
        if (left >= 0 && top > 0 && right >= left && bottom >= top)
        {
            _ranges.Add(new Range(left, top, right, bottom));
        }
    }

    private readonly record struct Range(int Left, int Top, int Right, int Bottom);
}
