namespace AutoPortal.Kernel.Files;

/// <summary>Tells a file's type by its first bytes: what a sender claims is not believed.</summary>
public static class FileSniffer
{
    private static readonly (byte[] Magic, int Offset, string ContentType)[] Known =
    [
        ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], 0, "image/png"),
        ([0xFF, 0xD8, 0xFF], 0, "image/jpeg"),
        ([0x47, 0x49, 0x46, 0x38], 0, "image/gif"),
        ([0x57, 0x45, 0x42, 0x50], 8, "image/webp"),
        ([0x25, 0x50, 0x44, 0x46, 0x2D], 0, "application/pdf"),
        ([0x50, 0x4B, 0x03, 0x04], 0, "application/zip"),
    ];

    /// <summary>The type, or null where the bytes are none of the kinds that are taken.</summary>
    public static string? ContentTypeOf(ReadOnlySpan<byte> head)
    {
        foreach (var (magic, offset, contentType) in Known)
        {
            if (head.Length >= offset + magic.Length && head.Slice(offset, magic.Length).SequenceEqual(magic))
            {
                return contentType;
            }
        }

        return null;
    }
}
