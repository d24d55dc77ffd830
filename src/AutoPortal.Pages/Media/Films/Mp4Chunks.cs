using System.Buffers.Binary;

namespace AutoPortal.Pages.Media.Films;

/// <summary>Where in the file a track's samples lie.</summary>
internal static class Mp4Chunks
{
    private const uint MostSamples = 2_000_000;

    public static IEnumerable<(long From, long To)> Of(byte[] bytes, List<Mp4Box> stored)
    {
        var offsets = Offsets(bytes, stored);
        var sizes = Sizes(bytes, stored);
        var runs = Runs(bytes, stored);
        var found = new List<(long, long)>(offsets.Count);
        var (run, sample) = (0, 0L);
        for (var chunk = 0; chunk < offsets.Count; chunk++)
        {
            while (run + 1 < runs.Count && runs[run + 1].First <= chunk + 1)
            {
                run++;
            }

            long length = 0;
            for (var i = 0; i < runs[run].Samples; i++)
            {
                length += sizes(sample++);
            }

            found.Add((offsets[chunk], checked(offsets[chunk] + length)));
        }

        return found;
    }

    private static List<long> Offsets(byte[] bytes, List<Mp4Box> stored)
        => stored.Find(b => b.Type == "co64") is { Type: not null } wide
            ? [.. Enumerable.Range(0, Count(bytes, wide, 8, 8)).Select(i => checked((long)BinaryPrimitives.ReadUInt64BigEndian(bytes.AsSpan(wide.Body + 8 + (i * 8), 8))))]
            : Single(stored, "stco") is var narrow ? [.. Enumerable.Range(0, Count(bytes, narrow, 8, 4)).Select(i => (long)Word(bytes, narrow.Body + 8 + (i * 4)))] : [];

    private static Func<long, long> Sizes(byte[] bytes, List<Mp4Box> stored)
    {
        var stsz = Single(stored, "stsz");
        var (all, count) = (Word(bytes, stsz.Body + 4), Word(bytes, stsz.Body + 8));
        if (count > MostSamples || (all == 0 && stsz.End - stsz.Body < 12 + (count * 4L)))
        {
            throw new FilmFault(MediaRefusals.FilmIsBroken);
        }

        return sample => sample >= count ? throw new FilmFault(MediaRefusals.FilmIsBroken) : all != 0 ? all : Word(bytes, stsz.Body + 12 + (int)(sample * 4));
    }

    private static List<(uint First, uint Samples)> Runs(byte[] bytes, List<Mp4Box> stored)
    {
        var stsc = Single(stored, "stsc");
        var runs = Enumerable.Range(0, Count(bytes, stsc, 8, 12)).Select(i => (Word(bytes, stsc.Body + 8 + (i * 12)), Word(bytes, stsc.Body + 12 + (i * 12)))).ToList();
        return runs is [(1, _), ..] ? runs : throw new FilmFault(MediaRefusals.FilmIsBroken);
    }

    private static int Count(byte[] bytes, Mp4Box box, int before, int each)
    {
        var count = Word(bytes, box.Body + 4);
        return count > MostSamples || box.End - box.Body < before + (count * (long)each) ? throw new FilmFault(MediaRefusals.FilmIsBroken) : (int)count;
    }

    private static Mp4Box Single(List<Mp4Box> stored, string type) => stored.Where(b => b.Type == type).ToList() is [var box] ? box : throw new FilmFault(MediaRefusals.FilmIsBroken);

    private static uint Word(byte[] bytes, int at) => BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(at, 4));
}
