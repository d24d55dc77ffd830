using System.Text;

namespace AutoPortal.Kernel.Workbooks.Reading;

/// <summary>What stands behind the rows of a sheet, as a document of its own.</summary>
internal static class SheetTail
{
    private const int BufferBytes = 128 * 1024;

    // "</" and a prefix may stand before it; the opening tag has no slash, and no cell can write the sign < itself.
    private const int LongestTag = 64;

    public static async Task<Stream> FindAsync(Stream sheet, CancellationToken ct)
    {
        var buffer = new byte[BufferBytes];
        var kept = 0;
        while (true)
        {
            var read = await sheet.ReadAsync(buffer.AsMemory(kept), ct);
            var end = kept + read;
            var found = EndOfRows(buffer.AsSpan(0, end));
            if (found >= 0)
            {
                return Rooted(buffer.AsMemory(found, end - found), sheet);
            }

            if (read == 0)
            {
                await sheet.DisposeAsync();
                return Rooted("</none>"u8.ToArray(), Stream.Null);
            }

            kept = Math.Min(end, LongestTag);
            buffer.AsSpan(end - kept, kept).CopyTo(buffer);
        }
    }

    // The tail closes one element that it did not open: the sheet itself.
    private static PrefixedStream Rooted(ReadOnlyMemory<byte> tail, Stream rest)
        => new(Encoding.ASCII.GetBytes("<tail>"), new PrefixedStream(tail, rest));

    private static int EndOfRows(ReadOnlySpan<byte> bytes)
    {
        for (var from = 0; ;)
        {
            var at = bytes[from..].IndexOf("sheetData>"u8);
            if (at < 0)
            {
                return -1;
            }

            var open = bytes[..(from + at)].LastIndexOf((byte)'<');
            from += at + "sheetData>"u8.Length;
            if (open >= 0 && open + 1 < bytes.Length && bytes[open + 1] == '/')
            {
                return from;
            }
        }
    }
}
