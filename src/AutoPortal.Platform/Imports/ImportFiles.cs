using AutoPortal.Kernel.Files;
using AutoPortal.Kernel.Outcomes;
using AutoPortal.Kernel.Workbooks;
using AutoPortal.Platform.Domain;
using Microsoft.Extensions.Options;

namespace AutoPortal.Platform.Imports;

/// <summary>Keeps imported files, and opens them again as tables.</summary>
internal sealed class ImportFiles(FileStore files, IOptions<ImportOptions> options)
{
    private long MaxBytes => options.Value.MaxFileMegabytes * 1024L * 1024;

    /// <summary>Writes what is sent into a temporary file, which goes when it is closed.</summary>
    public async Task<Outcome<FileStream>> ReceiveAsync(Stream content, CancellationToken ct)
    {
        var received = Temporary();
        try
        {
            var buffer = new byte[128 * 1024];
            for (int read; (read = await content.ReadAsync(buffer, ct)) > 0;)
            {
                if (received.Length + read > MaxBytes)
                {
                    await received.DisposeAsync();
                    return ImportRefusals.FileIsTooLarge(options.Value.MaxFileMegabytes);
                }

                await received.WriteAsync(buffer.AsMemory(0, read), ct);
            }

            received.Position = 0;
            return received;
        }
        catch
        {
            await received.DisposeAsync();
            throw;
        }
    }

    public Task<Outcome<StoredFile>> KeepAsync(FileStream received, string name, TableFormat format, CancellationToken ct)
        => files.PutLargeAsync(received, name, format is TableFormat.Text ? "text/csv" : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ct);

    /// <summary>A run's file as a table, beginning at the header that was found when it came.</summary>
    /// <exception cref="TableFaultException">It cannot be read as a table.</exception>
    public async Task<OpenTable> OpenAsync(ImportRun run, CancellationToken ct)
    {
        var copy = await CopyAsync(run, ct);
        try
        {
            return new OpenTable(copy, await TableFile.OpenAsync(copy, TableLimits.Default, new TableChoice(run.Sheet, run.HeaderRow), ct));
        }
        catch
        {
            await copy.DisposeAsync();
            throw;
        }
    }

    /// <summary>A run's file byte by byte, from its beginning.</summary>
    public async Task<FileStream> CopyAsync(ImportRun run, CancellationToken ct)
    {
        var stored = await files.FindAsync(run.FileSha256, ct) ?? throw new InvalidOperationException($"File {run.FileSha256} of import {run.Id} is gone.");
        var copy = Temporary();
        try
        {
            await files.CopyToAsync(stored, copy, ct);
            copy.Position = 0;
            return copy;
        }
        catch
        {
            await copy.DisposeAsync();
            throw;
        }
    }

    /// <summary>A file for a moment: it goes when it is closed.</summary>
    public static FileStream Temporary()
        => new(Path.Combine(Path.GetTempPath(), "autoportal-" + Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 64 * 1024, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
}

/// <summary>A table with the temporary file below it.</summary>
internal sealed class OpenTable(FileStream copy, TableReader table) : IAsyncDisposable
{
    public TableReader Table => table;

    public async ValueTask DisposeAsync()
    {
        await table.DisposeAsync();
        await copy.DisposeAsync();
    }
}
