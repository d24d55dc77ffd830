using System.IO.Compression;

namespace AutoPortal.Kernel.Workbooks.Reading;

/// <summary>The parts of a workbook's archive, found by name and read within the limits.</summary>
internal sealed class WorkbookArchive : IAsyncDisposable
{
    private readonly ZipArchive _zip;
    private readonly UnpackedBytes _unpacked;
    private readonly Dictionary<string, ZipArchiveEntry> _parts = new(StringComparer.OrdinalIgnoreCase);

    private WorkbookArchive(ZipArchive zip, TableLimits limits)
    {
        _zip = zip;
        _unpacked = new UnpackedBytes(limits);
    }

    public static async Task<WorkbookArchive> OpenAsync(Stream file, TableLimits limits, CancellationToken ct)
    {
        await ZipDirectory.CheckAsync(file, limits, ct);
        file.Position = 0;
        var archive = new WorkbookArchive(await ZipArchive.CreateAsync(file, ZipArchiveMode.Read, leaveOpen: true, entryNameEncoding: null, ct), limits);
        try
        {
            archive.Check();
            return archive;
        }
        catch
        {
            await archive.DisposeAsync();
            throw;
        }
    }

    public bool Has(string part) => _parts.ContainsKey(part);

    /// <summary>The part as XML; null where the archive lacks it.</summary>
    public async Task<XmlScanner?> FindXmlAsync(string part, CancellationToken ct)
        => _parts.ContainsKey(part) ? await XmlScanner.OpenAsync(await OpenPartAsync(part, ct), ct) : null;

    /// <summary>The part's bytes.</summary>
    public async Task<Stream> OpenPartAsync(string part, CancellationToken ct)
        => _parts.TryGetValue(part, out var entry)
            ? _unpacked.Count(await entry.OpenAsync(ct), part, entry.CompressedLength)
            : throw new TableFaultException(TableFaultKind.Damaged);

    public ValueTask DisposeAsync() => _zip.DisposeAsync();

    private void Check()
    {
        var (unpacked, packed) = (0L, 0L);
        foreach (var entry in _zip.Entries)
        {
            if (entry.IsEncrypted)
            {
                throw new TableFaultException(TableFaultKind.PasswordProtected);
            }

            unpacked += entry.Length;
            packed += entry.CompressedLength;
            _unpacked.CheckClaim(unpacked, packed);
            _parts.TryAdd(entry.FullName.Replace('\\', '/').TrimStart('/'), entry);
        }

        if (_parts.Keys.Any(part => part.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase)))
        {
            throw new TableFaultException(TableFaultKind.Macros);
        }
    }
}
