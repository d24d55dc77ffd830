using System.Buffers.Binary;

namespace AutoPortal.Pages.Media.Films;

/// <summary>A box of an MP4's moov, inside the bytes that hold it.</summary>
/// <param name="Type">Four letters.</param>
/// <param name="At">Where it begins.</param>
/// <param name="Body">Where its content begins.</param>
/// <param name="End">The place behind it.</param>
internal readonly record struct Mp4Box(string Type, int At, int Body, int End)
{
    private const int MostBoxes = 4_000;

    /// <summary>Boxes that stand in a stretch of bytes and fill it wholly.</summary>
    public static List<Mp4Box> In(byte[] bytes, int from, int to)
    {
        var boxes = new List<Mp4Box>();
        for (var at = from; at < to;)
        {
            long size = BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(at, 4));
            var body = at + 8;
            if (size == 1)
            {
                size = checked((long)BinaryPrimitives.ReadUInt64BigEndian(bytes.AsSpan(at + 8, 8)));
                body += 8;
            }

            if (size < body - at || at + size > to || boxes.Count == MostBoxes)
            {
                throw new FilmFault(MediaRefusals.FilmIsBroken);
            }

            boxes.Add(new(TypeAt(bytes, at + 4), at, body, (int)(at + size)));
            at += (int)size;
        }

        return boxes;
    }

    /// <summary>Four bytes as letters; what is no letter becomes a question mark.</summary>
    public static string TypeAt(byte[] bytes, int at) => string.Create(4, (bytes, at), (word, from) =>
    {
        for (var i = 0; i < 4; i++)
        {
            word[i] = (char)from.bytes[from.at + i] is var letter and (>= ' ' and <= '~') ? letter : '?';
        }
    });

    /// <summary>Makes it a free one without content.</summary>
    public void Free(byte[] bytes)
    {
        "free"u8.CopyTo(bytes.AsSpan(At + 4));
        bytes.AsSpan(Body, End - Body).Clear();
    }
}
