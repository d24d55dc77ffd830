namespace AutoPortal.Kernel;

/// <summary>Makes the ids of the house: UUIDv7, so that they sort by the moment they were made.</summary>
public static class Ids
{
    private const int CounterBits = 12;
    private static long _last;

    /// <summary>A new id of this moment; ids of one process sort in the order in which they were made, within a millisecond too.</summary>
    /// <remarks>RFC 9562 §6.2, method 1: the 12 bits after the version count up inside a millisecond.</remarks>
    public static Guid New(TimeProvider clock)
    {
        var now = clock.GetUtcNow().ToUnixTimeMilliseconds() << CounterBits;
        long last, next;
        do
        {
            last = Volatile.Read(ref _last);
            // A clock that stands or is put back a little only counts on; a test's clock far in the past is followed.
            next = now > last || last - now > (5_000L << CounterBits) ? now : last + 1;
        }
        while (Interlocked.CompareExchange(ref _last, next, last) != last);

        Span<byte> bytes = stackalloc byte[16];
        Guid.CreateVersion7(DateTimeOffset.FromUnixTimeMilliseconds(next >> CounterBits)).TryWriteBytes(bytes, bigEndian: true, out _);
        bytes[6] = (byte)(0x70 | (next >> 8 & 0x0F));
        bytes[7] = (byte)next;
        return new Guid(bytes, bigEndian: true);
    }

    /// <summary>A new id that sorts at <paramref name="at"/>; for history that is written later than it happened.</summary>
    public static Guid New(DateTimeOffset at) => Guid.CreateVersion7(at);
}
