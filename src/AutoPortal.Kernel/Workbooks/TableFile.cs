using AutoPortal.Kernel.Workbooks.Reading;

namespace AutoPortal.Kernel.Workbooks;

/// <summary>Opens an uploaded table: an Excel workbook or a text table. Its type is seen from its bytes; nothing is ever held as a whole but a workbook's shared texts.</summary>
public static class TableFile
{
    private const int Megabyte = 1024 * 1024;

    /// <summary>Opens a file by its path.</summary>
    /// <inheritdoc cref="OpenAsync(Stream, TableLimits, TableChoice, CancellationToken)"/>
    public static async Task<TableReader> OpenAsync(string path, TableLimits limits, TableChoice? choice, CancellationToken ct)
    {
        var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 128 * 1024, FileOptions.Asynchronous);
        return await OpenOwnedAsync(file, file, limits, choice ?? new TableChoice(), ct);
    }

    /// <summary>Opens a table and reads as far as its header.</summary>
    /// <param name="content">From its beginning. A stream that cannot seek is kept in a temporary file meanwhile; one that can must stay open while the table is read.</param>
    /// <param name="limits">How much it may ask of us.</param>
    /// <param name="choice">Which sheet and header row; null for the usual ones.</param>
    /// <param name="ct">Cancels.</param>
    /// <exception cref="TableFaultException">The file cannot be taken, and why.</exception>
    public static async Task<TableReader> OpenAsync(Stream content, TableLimits limits, TableChoice? choice, CancellationToken ct)
    {
        if (content.CanSeek)
        {
            return await OpenOwnedAsync(content, owned: null, limits, choice ?? new TableChoice(), ct);
        }

        var kept = new FileStream(
            Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 64 * 1024, FileOptions.Asynchronous | FileOptions.DeleteOnClose);
        try
        {
            await KeepAsync(content, kept, limits, ct);
        }
        catch
        {
            await kept.DisposeAsync();
            throw;
        }

        return await OpenOwnedAsync(kept, kept, limits, choice ?? new TableChoice(), ct);
    }

    private static async Task<TableReader> OpenOwnedAsync(Stream file, Stream? owned, TableLimits limits, TableChoice choice, CancellationToken ct)
    {
        var opened = new OpenedFile(owned);
        try
        {
            return await FileFaults.GuardAsync(() => OpenAsync(file, opened, limits, choice, ct));
        }
        catch
        {
            await opened.DisposeAsync();
            throw;
        }
    }

    private static async Task<TableReader> OpenAsync(Stream file, OpenedFile opened, TableLimits limits, TableChoice choice, CancellationToken ct)
    {
        if (file.Length == 0)
        {
            throw new TableFaultException(TableFaultKind.Empty);
        }

        if (file.Length > limits.MaxFileBytes)
        {
            throw TooLarge(limits);
        }

        if (await FileKind.IsArchiveAsync(file, ct))
        {
            opened.Archive = await WorkbookArchive.OpenAsync(file, limits, ct);
            var (rows, sheets, sheet) = await WorkbookFile.OpenAsync(opened.Archive, choice, limits, ct);
            opened.Rows = rows;
            return await TableReader.BeginAsync(opened, new TableShape(TableFormat.Workbook, sheets, sheet, null, null), choice.HeaderRow, limits, ct);
        }

        var encoding = await TextEncoding.FindAsync(file, ct);
        var records = await CsvRows.OpenAsync(file, encoding, limits, ct);
        opened.Rows = records;
        var only = new SheetInfo("", IsHidden: false);
        return await TableReader.BeginAsync(opened, new TableShape(TableFormat.Text, [only], only, encoding.WebName, records.Delimiter), choice.HeaderRow, limits, ct);
    }

    private static async Task KeepAsync(Stream content, FileStream kept, TableLimits limits, CancellationToken ct)
    {
        var buffer = new byte[64 * 1024];
        for (int read; (read = await content.ReadAsync(buffer, ct)) > 0;)
        {
            if (kept.Length + read > limits.MaxFileBytes)
            {
                throw TooLarge(limits);
            }

            await kept.WriteAsync(buffer.AsMemory(0, read), ct);
        }
    }

    private static TableFaultException TooLarge(TableLimits limits) => new(TableFaultKind.FileTooLarge, Math.Max(1, limits.MaxFileBytes / Megabyte));
}
