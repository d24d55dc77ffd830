using System.Buffers.Binary;
using System.Text;

namespace AutoPortal.Pages.Media.Films;

/// <summary>An MP4 with H.264 and AAC.</summary>
internal static class Mp4Film
{
    private const int MostHead = 4096;
    private const int MostMoov = 8 * 1024 * 1024;
    private const int MostTop = 64;
    private static readonly string[] Brands = ["isom", "iso2", "iso3", "iso4", "iso5", "iso6", "mp41", "mp42", "avc1", "M4V ", "M4VP"];

    public static FilmFacts Clean(Stream file)
    {
        var top = Top(file);
        Head(file, top[0]);
        if (top.Any(b => b.Type == "moof"))
        {
            throw new FilmFault(MediaRefusals.FilmIsInFragments);
        }

        if (top.Where(b => b.Type == "moov").ToList() is not [var moov] || moov.Length > MostMoov)
        {
            throw new FilmFault(MediaRefusals.FilmIsBroken);
        }

        var bytes = new byte[moov.Length];
        file.Position = moov.At;
        file.ReadExactly(bytes);
        var movie = new Mp4Movie(bytes);
        WipeMedia(file, [.. top.Where(b => b.Type == "mdat")], movie.Played);
        file.Position = moov.At;
        file.Write(bytes);
        foreach (var strange in top.Where(b => b.Type is not ("ftyp" or "moov" or "mdat")))
        {
            file.Position = strange.At + 4;
            file.Write("free"u8);
            FilmFile.Wipe(file, strange.Body, strange.At + strange.Length - strange.Body);
        }

        return movie.Facts;
    }

    private static List<(string Type, long At, long Body, long Length)> Top(Stream file)
    {
        var boxes = new List<(string, long, long, long)>();
        var head = new byte[16];
        for (long at = 0; at < file.Length;)
        {
            file.Position = at;
            file.ReadExactly(head.AsSpan(0, 8));
            long size = BinaryPrimitives.ReadUInt32BigEndian(head);
            var body = at + 8;
            if (size == 1)
            {
                file.ReadExactly(head.AsSpan(8, 8));
                size = checked((long)BinaryPrimitives.ReadUInt64BigEndian(head.AsSpan(8)));
                body += 8;
            }
            else if (size == 0)
            {
                size = file.Length - at;
            }

            if (size < body - at || size > file.Length - at || boxes.Count == MostTop)
            {
                throw new FilmFault(MediaRefusals.FilmIsBroken);
            }

            boxes.Add((Mp4Box.TypeAt(head, 4), at, body, size));
            at += size;
        }

        return boxes;
    }

    private static void Head(Stream file, (string Type, long At, long Body, long Length) box)
    {
        if (box.Length is < 16 or > MostHead || box.Length % 4 != 0)
        {
            throw new FilmFault(MediaRefusals.FilmIsUnknown);
        }

        var words = new byte[box.Length - 8];
        file.Position = box.Body;
        file.ReadExactly(words);
        var brands = Enumerable.Range(0, words.Length / 4).Where(i => i != 1).Select(i => Encoding.Latin1.GetString(words, i * 4, 4)).ToList();
        if (brands[0] == "qt  ")
        {
            throw new FilmFault(MediaRefusals.FilmIsQuickTime);
        }

        if (!brands.Intersect(Brands, StringComparer.Ordinal).Any())
        {
            throw new FilmFault(MediaRefusals.FilmIsUnknown);
        }
    }

    // Whatever no track of picture or sound plays goes: other tracks' samples, and files that hide between them.
    private static void WipeMedia(Stream file, List<(string Type, long At, long Body, long Length)> media, IReadOnlyList<(long From, long To)> played)
    {
        if (played.Any(p => !media.Any(m => p.From >= m.Body && p.To <= m.At + m.Length)))
        {
            throw new FilmFault(MediaRefusals.FilmIsBroken);
        }

        foreach (var box in media)
        {
            var (at, end) = (box.Body, box.At + box.Length);
            foreach (var (from, to) in played.Where(p => p.From >= box.Body && p.To <= end))
            {
                FilmFile.Wipe(file, at, Math.Max(0, from - at));
                at = Math.Max(at, to);
            }

            FilmFile.Wipe(file, at, end - at);
        }
    }
}
