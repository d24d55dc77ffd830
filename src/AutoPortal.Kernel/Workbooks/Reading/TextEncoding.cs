using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace AutoPortal.Kernel.Workbooks.Reading;

/// <summary>Finds a text file's encoding by reading all of it once: the first Chinese character may stand in the last row.</summary>
internal static class TextEncoding
{
    private const int BufferBytes = 64 * 1024;

    public static async Task<Encoding> FindAsync(Stream file, CancellationToken ct)
    {
        var head = new byte[3];
        file.Position = 0;
        var read = await file.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, ct);
        if (head is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] && read >= 2)
        {
            return new UnicodeEncoding(bigEndian: head[0] == 0xFE, byteOrderMark: true, throwOnInvalidBytes: true);
        }

        var buffer = ArrayPool<byte>.Shared.Rent(BufferBytes);
        try
        {
            return await IsUtf8Async(file, buffer, ct)
                ? new UTF8Encoding(encoderShouldEmitUTF8Identifier: true, throwOnInvalidBytes: true)
                : await Gb18030Async(file, buffer, ct);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static async Task<bool> IsUtf8Async(Stream file, byte[] buffer, CancellationToken ct)
    {
        file.Position = 0;
        var kept = 0;
        while (true)
        {
            var read = await file.ReadAsync(buffer.AsMemory(kept), ct);
            var end = kept + read;
            var bytes = buffer.AsSpan(0, end);
            if (bytes.Contains((byte)0))
            {
                throw new TableFaultException(TableFaultKind.NotATable);
            }

            var whole = read == 0 ? end : WholeCharacters(bytes);
            if (!Utf8.IsValid(bytes[..whole]))
            {
                return false;
            }

            if (read == 0)
            {
                return true;
            }

            kept = end - whole;
            bytes[whole..].CopyTo(buffer);
        }
    }

    private static async Task<Encoding> Gb18030Async(Stream file, byte[] buffer, CancellationToken ct)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding("GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)
            ?? throw new InvalidOperationException("The platform lacks GB18030.");
        var decoder = encoding.GetDecoder();
        var chars = ArrayPool<char>.Shared.Rent(encoding.GetMaxCharCount(buffer.Length));
        try
        {
            file.Position = 0;
            int read;
            do
            {
                read = await file.ReadAsync(buffer, ct);
                if (buffer.AsSpan(0, read).Contains((byte)0))
                {
                    throw new TableFaultException(TableFaultKind.NotATable);
                }

                decoder.GetChars(buffer.AsSpan(0, read), chars, flush: read == 0);
            }
            while (read > 0);
            return encoding;
        }
        catch (DecoderFallbackException fault)
        {
            throw new TableFaultException(new TableFault(TableFaultKind.UnknownEncoding), fault);
        }
        finally
        {
            ArrayPool<char>.Shared.Return(chars);
        }
    }

    // A character of several bytes may be cut at the buffer's end.
    private static int WholeCharacters(ReadOnlySpan<byte> bytes)
    {
        var at = bytes.Length - 1;
        while (at >= 0 && bytes.Length - at < 4 && (bytes[at] & 0xC0) == 0x80)
        {
            at--;
        }

        return at >= 0 && bytes[at] >= 0xC0 ? at : bytes.Length;
    }
}
