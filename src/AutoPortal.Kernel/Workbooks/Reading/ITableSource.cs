namespace AutoPortal.Kernel.Workbooks.Reading;

/// <summary>Rows as they stand in the file, header and empty ones included.</summary>
internal interface ITableSource : IAsyncDisposable
{
    /// <summary>The next row, or null behind the last one.</summary>
    ValueTask<SourceRow?> NextAsync(CancellationToken ct);

    /// <summary>Carries merged values into a row; rows come in order, each once.</summary>
    /// <param name="row">The row as <see cref="NextAsync"/> gave it.</param>
    /// <param name="width">Columns of the table.</param>
    TableCell[] Merge(SourceRow row, int width);

    /// <summary>Whether the person cannot see the column; known from the first row on.</summary>
    bool IsColumnHidden(int column);
}

/// <summary>A row as it stands in the file.</summary>
/// <param name="Number">From 1.</param>
/// <param name="IsHidden">Whether the person cannot see it.</param>
/// <param name="Cells">Up to the last one that the file has.</param>
internal sealed record SourceRow(int Number, bool IsHidden, TableCell[] Cells)
{
    public int Filled => Cells.Count(cell => !cell.IsEmpty);
}
