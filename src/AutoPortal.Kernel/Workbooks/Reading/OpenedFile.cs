namespace AutoPortal.Kernel.Workbooks.Reading;

/// <summary>What is open while a table is read, to be let go together.</summary>
internal sealed class OpenedFile(Stream? owned) : IAsyncDisposable
{
    public WorkbookArchive? Archive { get; set; }

    public ITableSource? Rows { get; set; }

    public async ValueTask DisposeAsync()
    {
        if (Rows is not null)
        {
            await Rows.DisposeAsync();
        }

        if (Archive is not null)
        {
            await Archive.DisposeAsync();
        }

        if (owned is not null)
        {
            await owned.DisposeAsync();
        }
    }
}
