namespace AutoPortal.Kernel.Workbooks;

/// <summary>Writes a table cell by cell and row by row, in constant memory: an export writes the same way into a workbook and into a CSV.</summary>
public interface ITableWriter : IAsyncDisposable
{
    /// <summary>A text; null and empty leave the cell blank.</summary>
    void Write(string? value);

    /// <summary>A whole number; null leaves the cell blank.</summary>
    void Write(long? value);

    /// <summary>A number; null leaves the cell blank.</summary>
    void Write(decimal? value);

    /// <summary>A day; null leaves the cell blank.</summary>
    void Write(DateOnly? value);

    /// <summary>Day and time as the person shall read them, without zone; null leaves the cell blank.</summary>
    void Write(DateTime? value);

    /// <summary>TRUE or FALSE; null leaves the cell blank.</summary>
    void Write(bool? value);

    /// <summary>A cell as it was read.</summary>
    void Write(TableCell cell);

    /// <summary>Ends the row; cells that were not written stay blank.</summary>
    ValueTask EndRowAsync(CancellationToken ct);

    /// <summary>Writes what closes the file. Without it the file is incomplete.</summary>
    Task FinishAsync(CancellationToken ct);
}
