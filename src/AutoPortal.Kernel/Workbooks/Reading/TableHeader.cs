using System.Text.RegularExpressions;

namespace AutoPortal.Kernel.Workbooks.Reading;

/// <summary>The row that names the columns.</summary>
internal sealed partial class TableHeader
{
    // Titles and notes above a table are short; a table of one column has no better row further down.
    private const int RowsLookedAt = 50;
    private const int FilledCellsOfAHeader = 2;

    private TableHeader(int row, IReadOnlyList<TableColumn> columns, Queue<SourceRow> waiting)
    {
        Row = row;
        Columns = columns;
        Waiting = waiting;
        Faults =
        [
            .. columns.GroupBy(c => c.Name, StringComparer.OrdinalIgnoreCase).Where(g => g.Skip(1).Any())
                .Select(g => new TableFault(TableFaultKind.DuplicateHeader, g.Key, string.Join(", ", g.Select(c => c.Letters))) { Row = row, Column = g.First().Index }),
        ];
    }

    public int Row { get; }

    public IReadOnlyList<TableColumn> Columns { get; }

    public IReadOnlyList<TableFault> Faults { get; }

    /// <summary>Columns up to the last one that has a name.</summary>
    public int Width => Columns[^1].Index + 1;

    /// <summary>Rows below the header that were read while looking for it.</summary>
    public Queue<SourceRow> Waiting { get; }

    public static async Task<TableHeader> FindAsync(ITableSource rows, int? wanted, CancellationToken ct)
    {
        var seen = new List<SourceRow>();
        var header = wanted is { } number ? await NumberedAsync(rows, number, ct) : await FirstAsync(rows, seen, ct);
        var above = new TableCell[header.Cells.Length];
        foreach (var row in seen.TakeWhile(row => row.Number < header.Number))
        {
            rows.Merge(row, row.Cells.Length);
        }

        // Names merged over several columns name only the first one; names merged downwards reach this row.
        rows.Merge(header with { Cells = [] }, header.Cells.Length).CopyTo(above, 0);
        var columns = header.Cells.Select((cell, index) => new TableColumn(index, Name(cell.IsEmpty ? above[index] : cell), rows.IsColumnHidden(index)))
            .Where(column => column.Name.Length > 0)
            .ToList();
        return columns.Count > 0
            ? new TableHeader(header.Number, columns, new Queue<SourceRow>(seen.Where(row => row.Number > header.Number)))
            : throw new TableFaultException(TableFault.HeaderMissing(header.Number));
    }

    private static async Task<SourceRow> FirstAsync(ITableSource rows, List<SourceRow> seen, CancellationToken ct)
    {
        while (seen.Count < RowsLookedAt && await rows.NextAsync(ct) is { } row)
        {
            seen.Add(row);
            if (row.Filled >= FilledCellsOfAHeader)
            {
                return row;
            }
        }

        return seen.Find(row => row.Filled > 0)
            ?? throw new TableFaultException(seen.Count < RowsLookedAt ? new TableFault(TableFaultKind.Empty) : TableFault.HeaderMissing(null));
    }

    private static async Task<SourceRow> NumberedAsync(ITableSource rows, int wanted, CancellationToken ct)
    {
        while (await rows.NextAsync(ct) is { } row && row.Number <= wanted)
        {
            if (row.Number == wanted)
            {
                return row;
            }

            // Titles far above are passed over without being kept.
            rows.Merge(row, row.Cells.Length);
        }

        throw new TableFaultException(TableFault.HeaderMissing(wanted));
    }

    private static string Name(TableCell cell) => LineBreaks().Replace(cell.Text.Trim().Trim('\u3000', '\uFEFF'), " ");

    [GeneratedRegex(@"\s*[\r\n]+\s*", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex LineBreaks();
}
