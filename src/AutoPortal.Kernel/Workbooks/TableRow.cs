namespace AutoPortal.Kernel.Workbooks;

/// <summary>A row with content, below the header.</summary>
public sealed class TableRow
{
    private readonly TableCell[] _cells;

    internal TableRow(int number, bool isHidden, TableCell[] cells)
    {
        Number = number;
        IsHidden = isHidden;
        _cells = cells;
    }

    /// <summary>As Excel numbers it, from 1: a workbook's row, or a CSV's record.</summary>
    public int Number { get; }

    /// <summary>Whether the person cannot see it, by hiding or by a filter.</summary>
    public bool IsHidden { get; }

    /// <summary>Columns up to the last filled one.</summary>
    public int Width => _cells.Length;

    /// <summary>The cell of a column, from 0; empty beyond <see cref="Width"/>.</summary>
    public TableCell this[int column] => (uint)column < (uint)_cells.Length ? _cells[column] : default;
}

/// <summary>A column by its header.</summary>
/// <param name="Index">Place in the sheet, from 0.</param>
/// <param name="Name">The header without surrounding spaces, its line breaks as single spaces.</param>
/// <param name="IsHidden">Whether the person cannot see it.</param>
public sealed record TableColumn(int Index, string Name, bool IsHidden)
{
    /// <summary>As Excel names it, such as <c>AB</c>.</summary>
    public string Letters => ColumnLetters.Of(Index);
}

/// <summary>A sheet of a workbook; a CSV has one without a name.</summary>
/// <param name="Name">As on its tab.</param>
/// <param name="IsHidden">Whether the person cannot see it.</param>
public sealed record SheetInfo(string Name, bool IsHidden);

/// <summary>Which part of the file to read.</summary>
/// <param name="Sheet">Name of the sheet; null for the first one that is not hidden.</param>
/// <param name="HeaderRow">Number of the row that names the columns; null for the first row with at least two filled cells, or where there is none, the first filled row.</param>
public sealed record TableChoice(string? Sheet = null, int? HeaderRow = null);
