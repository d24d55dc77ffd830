using System.Buffers.Binary;

namespace AutoPortal.Kernel.Workbooks.Reading;

/// <summary>Looks at an archive's list of contents before it is loaded: a small file can list millions of entries.</summary>
internal static class ZipDirectory
{
    private const int EndRecordBytes = 22;
    private const int MaxCommentBytes = 65_535;
    private const int MaxBytesForEach = 1_024;

    public static async Task CheckAsync(Stream file, TableLimits limits, CancellationToken ct)
    {
        var tail = new byte[(int)Math.Min(file.Length, EndRecordBytes + MaxCommentBytes)];
        file.Position = file.Length - tail.Length;
        await file.ReadExactlyAsync(tail, ct);
        var at = tail.AsSpan().LastIndexOf("PK\u0005\u0006"u8);
        if (at < 0 || tail.Length - at < EndRecordBytes)
        {
            throw new TableFaultException(TableFaultKind.Damaged);
        }

        var end = tail.AsSpan(at);
        var entries = BinaryPrimitives.ReadUInt16LittleEndian(end[10..]);
        var directoryAt = BinaryPrimitives.ReadUInt32LittleEndian(end[16..]);
        var directoryBytes = file.Length - tail.Length + at - directoryAt;
        if (directoryBytes < 0 && directoryAt != uint.MaxValue)
        {
            throw new TableFaultException(TableFaultKind.Damaged);
        }

        // No workbook within our size needs the 64-bit form, which says "see elsewhere" by these largest numbers.
        if (entries > limits.MaxParts || directoryAt == uint.MaxValue || directoryBytes > (long)limits.MaxParts * MaxBytesForEach)
        {
            throw new TableFaultException(TableFaultKind.UnpacksTooLarge);
        }
    }
}
