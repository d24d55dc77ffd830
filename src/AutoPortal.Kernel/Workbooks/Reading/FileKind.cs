namespace AutoPortal.Kernel.Workbooks.Reading;

/// <summary>Tells a table file's true type by its bytes, whatever its name says.</summary>
internal static class FileKind
{
    private const int BufferBytes = 64 * 1024;

    // Names in an OLE2 file are UTF-16. Office packs an encrypted workbook into a stream of this name.
    private static readonly byte[] EncryptedPackage = System.Text.Encoding.Unicode.GetBytes("EncryptedPackage");
    private static readonly byte[][] OldBooks = [System.Text.Encoding.Unicode.GetBytes("Workbook"), System.Text.Encoding.Unicode.GetBytes("Book\0")];

    /// <returns>Whether it is a zip archive; otherwise it may be text.</returns>
    /// <exception cref="TableFaultException">It is neither.</exception>
    public static async Task<bool> IsArchiveAsync(Stream file, CancellationToken ct)
    {
        var head = new byte[8];
        file.Position = 0;
        var read = await file.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, ct);
        if (head.AsSpan().SequenceEqual<byte>([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]))
        {
            throw new TableFaultException(await OleKindAsync(file, ct));
        }

        if (head.AsSpan(0, read).StartsWith("PK\u0003\u0004"u8))
        {
            return true;
        }

        // Web pages and XML are saved as .xls by many old systems; a table's first cell does not begin like this.
        return head[0] is (byte)'<' or (byte)'{' or (byte)'%' ? throw new TableFaultException(TableFaultKind.NotATable) : false;
    }

    private static async Task<TableFaultKind> OleKindAsync(Stream file, CancellationToken ct)
    {
        var buffer = new byte[BufferBytes];
        var (kept, kind) = (0, TableFaultKind.NotATable);
        file.Position = 0;
        for (int read; (read = await file.ReadAsync(buffer.AsMemory(kept), ct)) > 0;)
        {
            var bytes = buffer.AsSpan(0, kept + read);
            if (bytes.IndexOf(EncryptedPackage) >= 0)
            {
                return TableFaultKind.PasswordProtected;
            }

            kind = Array.Exists(OldBooks, name => buffer.AsSpan(0, kept + read).IndexOf(name) >= 0) ? TableFaultKind.OldExcel : kind;
            var keep = Math.Min(bytes.Length, EncryptedPackage.Length);
            bytes[^keep..].CopyTo(buffer);
            kept = keep;
        }

        return kind;
    }
}
