using System.Buffers.Binary;

namespace AutoPortal.Pages.Media.Films;

/// <summary>How a track's samples are encoded.</summary>
internal static class Mp4Sample
{
    private const int BeforePictureParts = 78;
    private const int BeforeSoundParts = 28;

    /// <summary>Refuses anything but H.264 pictures and AAC sound: the rest does not play on every phone.</summary>
    public static void Require(byte[] bytes, Mp4Box stsd, bool isPicture)
    {
        var entries = Mp4Box.In(bytes, stsd.Body + 8, stsd.End);
        if (entries.Count == 0 || BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(stsd.Body + 4, 4)) != entries.Count)
        {
            throw new FilmFault(MediaRefusals.FilmIsBroken);
        }

        foreach (var entry in entries)
        {
            var isKnown = isPicture
                ? entry.Type is "avc1" or "avc3" && Parts(bytes, entry, BeforePictureParts).Any(p => p.Type == "avcC")
                : entry.Type == "mp4a" && Parts(bytes, entry, BeforeSoundParts).Any(p => p.Type == "esds" && IsAac(bytes.AsSpan(p.Body + 4, p.End - p.Body - 4)));
            if (!isKnown)
            {
                throw new FilmFault(MediaRefusals.FilmIsUnplayable);
            }
        }
    }

    private static List<Mp4Box> Parts(byte[] bytes, Mp4Box entry, int before)
    {
        var parts = Mp4Box.In(bytes, entry.Body + before, entry.End);
        parts.Where(p => p.Type is "udta" or "meta" or "uuid").ToList().ForEach(p => p.Free(bytes));
        return parts;
    }

    // A descriptor of the stream (3) that holds one of the decoder (4), which begins with the kind of object.
    private static bool IsAac(ReadOnlySpan<byte> descriptors)
    {
        if (!Enter(ref descriptors, 3) || descriptors.Length < 3)
        {
            return false;
        }

        var flags = descriptors[2];
        descriptors = descriptors[3..];
        if ((flags & 0x80) != 0)
        {
            descriptors = descriptors[2..];
        }

        if ((flags & 0x40) != 0)
        {
            descriptors = descriptors[(1 + descriptors[0])..];
        }

        if ((flags & 0x20) != 0)
        {
            descriptors = descriptors[2..];
        }

        return Enter(ref descriptors, 4) && descriptors[0] is 0x40 or 0x66 or 0x67 or 0x68;
    }

    private static bool Enter(ref ReadOnlySpan<byte> at, byte tag)
    {
        if (at.Length < 2 || at[0] != tag)
        {
            return false;
        }

        // The length takes one to four bytes.
        var place = 1;
        while (place < 4 && (at[place] & 0x80) != 0)
        {
            place++;
        }

        at = at[(place + 1)..];
        return at.Length > 0;
    }
}
