namespace AutoPortal.Pages.Media.Films;

/// <summary>An element of a WebM.</summary>
/// <param name="Id">With its marker bits, as the specification writes it.</param>
/// <param name="At">Where it begins.</param>
/// <param name="Body">Where its content begins.</param>
/// <param name="End">The place behind it.</param>
internal readonly record struct EbmlElement(uint Id, long At, long Body, long End)
{
    private const int MostElements = 400_000;
    private const uint Void = 0xEC;

    /// <summary>Elements that stand in a stretch of the file and fill it wholly.</summary>
    public static IEnumerable<EbmlElement> In(Stream file, long from, long to)
    {
        var count = 0;
        for (var at = from; at < to; count++)
        {
            file.Position = at;
            var id = Number(file, 4, keepsMarker: true);
            var size = Number(file, 8, keepsMarker: false);
            var body = file.Position;
            if (size is null)
            {
                throw new FilmFault(MediaRefusals.FilmIsLive);
            }

            if (id is null || size > (ulong)(to - body) || count == MostElements)
            {
                throw new FilmFault(MediaRefusals.FilmIsBroken);
            }

            var element = new EbmlElement((uint)id, at, body, body + (long)size);
            yield return element;
            at = element.End;
        }
    }

    /// <summary>Makes it an empty one of the same length, which players skip.</summary>
    public void Free(Stream file)
    {
        var length = End - At;
        file.Position = At;
        file.WriteByte((byte)Void);
        if (length - 2 < 127)
        {
            file.WriteByte((byte)(0x80 | (length - 2)));
        }
        else
        {
            var left = length - 9;
            Span<byte> size = stackalloc byte[8];
            System.Buffers.Binary.BinaryPrimitives.WriteInt64BigEndian(size, left);
            size[0] = 0x01;
            file.Write(size);
        }

        FilmFile.Wipe(file, file.Position, End - file.Position);
    }

    public byte[] Content(Stream file, int most)
    {
        if (End - Body > most)
        {
            throw new FilmFault(MediaRefusals.FilmIsBroken);
        }

        var bytes = new byte[End - Body];
        file.Position = Body;
        file.ReadExactly(bytes);
        return bytes;
    }

    public ulong Whole(Stream file) => Content(file, 8).Aggregate(0UL, (sum, next) => (sum << 8) | next);

    // The first byte tells the length; a size of ones alone means that nobody knew it yet, and is null here.
    private static ulong? Number(Stream file, int longest, bool keepsMarker)
    {
        var first = Next(file);
        var length = 1;
        while (length <= longest && (first & (0x80 >> (length - 1))) == 0)
        {
            length++;
        }

        if (length > longest)
        {
            throw new FilmFault(MediaRefusals.FilmIsBroken);
        }

        var number = keepsMarker ? (ulong)first : (ulong)first & ((1UL << (8 - length)) - 1);
        for (var i = 1; i < length; i++)
        {
            number = (number << 8) | Next(file);
        }

        return !keepsMarker && number == (1UL << (7 * length)) - 1 ? null : number;
    }

    private static byte Next(Stream file) => file.ReadByte() is >= 0 and var next ? (byte)next : throw new EndOfStreamException();
}
