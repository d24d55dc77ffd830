namespace AutoPortal.Customers.Behaviour.Collect;

/// <summary>What a browser's clock is believed: corrected by what it said when it sent, and never beyond a week ago or the present.</summary>
/// <param name="ReceivedAt">Our moment.</param>
/// <param name="SentAt">The browser's moment of sending, in milliseconds since 1970; null where it did not say.</param>
internal readonly record struct BrowserClock(DateTimeOffset ReceivedAt, long? SentAt)
{
    /// <summary>How long a browser without network may keep events for us.</summary>
    public static readonly TimeSpan LateBy = TimeSpan.FromDays(7);

    private static readonly TimeSpan OnTheWay = TimeSpan.FromMinutes(2);
    private const int StampBytes = 6;

    /// <summary>When it happened, or null where the clock cannot be believed.</summary>
    public DateTimeOffset? Believe(long at)
    {
        var received = ReceivedAt.ToUnixTimeMilliseconds();
        var off = SentAt is { } sent ? received - sent : 0;
        var happened = Math.Abs(off) > OnTheWay.TotalMilliseconds ? at + off : at;
        return happened < received - LateBy.TotalMilliseconds || happened > received + OnTheWay.TotalMilliseconds
            ? null
            : DateTimeOffset.FromUnixTimeMilliseconds(Math.Min(happened, received));
    }

    /// <summary>The id under which the event is stored: the time in front of it names the day's partition, and the same event always gets the same one.</summary>
    /// <returns>Null where the time lies outside of the days that are kept open.</returns>
    public Guid? Place(Guid id, long at)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes, bigEndian: true, out _);
        var isStamped = bytes[StampBytes] >> 4 == 7;
        var stamp = isStamped ? (long)(System.Buffers.Binary.BinaryPrimitives.ReadUInt64BigEndian(bytes) >> 16) : at;
        var received = ReceivedAt.ToUnixTimeMilliseconds();
        if (stamp < received - (LateBy + TimeSpan.FromDays(1)).TotalMilliseconds || stamp > received + TimeSpan.FromDays(2).TotalMilliseconds)
        {
            return null;
        }

        if (isStamped)
        {
            return id;
        }

        // Another kind of id is random all over: its first bytes make room for the event's own time.
        for (var place = 0; place < StampBytes; place++)
        {
            bytes[place] = (byte)(stamp >> (8 * (StampBytes - 1 - place)));
        }

        bytes[StampBytes] = (byte)(0x70 | (bytes[StampBytes] & 0x0F));
        return new Guid(bytes, bigEndian: true);
    }
}
