using System.Buffers.Binary;

namespace AutoPortal.Pages.Media.Films;

/// <summary>The head of an MP4: keeps what players need of the tracks of picture and sound, and frees everything else in the given bytes.</summary>
internal sealed class Mp4Movie
{
    private static readonly Dictionary<string, string[]> Needed = new(StringComparer.Ordinal)
    {
        ["moov"] = ["mvhd", "trak"],
        ["trak"] = ["tkhd", "edts", "mdia"],
        ["edts"] = ["elst"],
        ["mdia"] = ["mdhd", "hdlr", "minf"],
        ["minf"] = ["vmhd", "smhd", "dinf", "stbl"],
        ["stbl"] = ["stsd", "stts", "ctts", "cslg", "stsc", "stsz", "stz2", "stco", "co64", "stss", "sdtp", "sgpd", "sbgp"],
    };

    private readonly byte[] _bytes;
    private readonly List<(long From, long To)> _played = [];
    private (int Width, int Height)? _size;
    private double _seconds;

    public Mp4Movie(byte[] bytes)
    {
        _bytes = bytes;
        var moov = Mp4Box.In(bytes, 0, bytes.Length)[0];
        foreach (var box in Keep(moov))
        {
            if (box.Type == "mvhd")
            {
                _seconds = LengthOf(box);
            }
            else
            {
                Track(box);
            }
        }

        Facts = _size is var (width, height) ? new("mp4", width, height, FilmFile.Seconds(_seconds)) : throw new FilmFault(MediaRefusals.FilmIsUnplayable);
    }

    public FilmFacts Facts { get; }

    /// <summary>Stretches of the file that are played, in order.</summary>
    public IReadOnlyList<(long From, long To)> Played => [.. _played.Order()];

    private void Track(Mp4Box track)
    {
        var parts = Keep(track);
        var media = Children(One(parts, "mdia"));
        var kind = Mp4Box.TypeAt(_bytes, One(media, "hdlr").Body + 8);
        if (kind is not ("vide" or "soun"))
        {
            // Time codes, chapters, positions: nothing that a page shows.
            track.Free(_bytes);
            return;
        }

        Keep(One(parts, "mdia"));
        parts.Where(p => p.Type == "edts").ToList().ForEach(e => Keep(e));
        var stored = Keep(One(Keep(One(media, "minf")), "stbl"));
        Mp4Sample.Require(_bytes, One(stored, "stsd"), isPicture: kind == "vide");
        _played.AddRange(Mp4Chunks.Of(_bytes, stored));
        if (kind == "vide" && _size is null)
        {
            _size = SizeOf(One(parts, "tkhd"));
        }
    }

    /// <summary>Children of a box that are needed; the others are freed.</summary>
    private List<Mp4Box> Keep(Mp4Box parent)
    {
        var children = Children(parent);
        foreach (var other in children.Where(c => !Needed[parent.Type].Contains(c.Type, StringComparer.Ordinal)))
        {
            other.Free(_bytes);
        }

        return [.. children.Where(c => Needed[parent.Type].Contains(c.Type, StringComparer.Ordinal))];
    }

    private List<Mp4Box> Children(Mp4Box parent) => Mp4Box.In(_bytes, parent.Body, parent.End);

    private static Mp4Box One(List<Mp4Box> boxes, string type)
        => boxes.Where(b => b.Type == type).ToList() is [var box] ? box : throw new FilmFault(MediaRefusals.FilmIsBroken);

    private double LengthOf(Mp4Box mvhd)
    {
        var isLong = _bytes[mvhd.Body] == 1;
        var scale = BinaryPrimitives.ReadUInt32BigEndian(_bytes.AsSpan(mvhd.Body + (isLong ? 20 : 12), 4));
        var length = isLong ? BinaryPrimitives.ReadUInt64BigEndian(_bytes.AsSpan(mvhd.Body + 24, 8)) : BinaryPrimitives.ReadUInt32BigEndian(_bytes.AsSpan(mvhd.Body + 16, 4));
        return scale == 0 ? 0 : length / (double)scale;
    }

    // Both in 16.16; a phone held upright keeps the picture lying and turns it by the matrix before.
    private (int Width, int Height) SizeOf(Mp4Box tkhd)
    {
        var (width, height) = (Word(tkhd.End - 8) >> 16, Word(tkhd.End - 4) >> 16);
        var isTurned = Word(tkhd.End - 44) == 0 && Word(tkhd.End - 40) != 0;
        return (width, height) is (>= 16 and <= 8192, >= 16 and <= 8192)
            ? isTurned ? ((int)height, (int)width) : ((int)width, (int)height)
            : throw new FilmFault(MediaRefusals.FilmIsBroken);
    }

    private uint Word(int at) => BinaryPrimitives.ReadUInt32BigEndian(_bytes.AsSpan(at, 4));
}
