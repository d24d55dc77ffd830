namespace AutoPortal.Kernel.Workbooks.Reading;

/// <summary>Counts what the parts of one archive unpack to, and stops a bomb while it goes off: an archive's own claims about sizes are not believed.</summary>
internal sealed class UnpackedBytes(TableLimits limits)
{
    // Below this no ratio is held against a part.
    private const long SmallBytes = 16 * 1024 * 1024;
    private readonly HashSet<string> _counted = new(StringComparer.OrdinalIgnoreCase);
    private long _total;

    /// <summary>A part's bytes, counted. A part read a second time costs nothing more than the first time.</summary>
    public Stream Count(Stream unpacked, string part, long packedBytes)
        => new CountedStream(unpacked, this, packedBytes, _counted.Add(part));

    /// <summary>Refuses by the sizes that the archive claims.</summary>
    public void CheckClaim(long unpackedBytes, long packedBytes)
    {
        if (unpackedBytes > limits.MaxUnpackedBytes || IsOutOfProportion(unpackedBytes, packedBytes))
        {
            throw new TableFaultException(TableFaultKind.UnpacksTooLarge);
        }
    }

    private bool IsOutOfProportion(long unpackedBytes, long packedBytes)
        => unpackedBytes > SmallBytes && unpackedBytes / limits.MaxRatio > packedBytes;

    private void Add(int read, long ofPart, long packedBytes, bool isFirstTime)
    {
        _total += isFirstTime ? read : 0;
        if (_total > limits.MaxUnpackedBytes || ofPart > limits.MaxUnpackedBytes || IsOutOfProportion(ofPart, packedBytes))
        {
            throw new TableFaultException(TableFaultKind.UnpacksTooLarge);
        }
    }

    private sealed class CountedStream(Stream inner, UnpackedBytes count, long packedBytes, bool isFirstTime) : ReadingStream
    {
        private long _read;

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var read = await inner.ReadAsync(buffer, cancellationToken);
            _read += read;
            count.Add(read, _read, packedBytes, isFirstTime);
            return read;
        }

        public override async ValueTask DisposeAsync()
        {
            await inner.DisposeAsync();
            await base.DisposeAsync();
        }
    }
}
