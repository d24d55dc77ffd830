using System.Buffers.Binary;
using AutoPortal.Kernel.Outcomes;

namespace AutoPortal.Pages.Media.Films;

/// <summary>Looks at a film by its container, never by its name, and takes out of the file whatever is neither picture nor sound: positions, tags, strange boxes, bytes that no track plays.</summary>
/// <remarks>What goes is overwritten in place, so that every offset stays true and nothing is encoded anew.</remarks>
internal static class FilmFile
{
    /// <param name="file">The whole file; can be sought in and written over.</param>
    public static Outcome<FilmFacts> Clean(Stream file)
    {
        Span<byte> head = stackalloc byte[12];
        file.Position = 0;
        if (file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) < head.Length)
        {
            return MediaRefusals.FilmIsUnknown;
        }

        try
        {
            return head[4..8].SequenceEqual("ftyp"u8) ? Mp4Film.Clean(file)
                : BinaryPrimitives.ReadUInt32BigEndian(head) == WebmFilm.Magic ? WebmFilm.Clean(file)
                : MediaRefusals.FilmIsUnknown;
        }
        catch (FilmFault fault)
        {
            return fault.Refusal;
        }
        catch (Exception fault) when (fault is EndOfStreamException or ArgumentOutOfRangeException or IndexOutOfRangeException or OverflowException)
        {
            // Lengths that lead out of the file.
            return MediaRefusals.FilmIsBroken;
        }
    }

    /// <summary>Overwrites a stretch with zeros.</summary>
    internal static void Wipe(Stream file, long from, long length)
    {
        var nothing = new byte[64 * 1024];
        file.Position = from;
        for (var left = length; left > 0; left -= nothing.Length)
        {
            file.Write(nothing, 0, (int)Math.Min(left, nothing.Length));
        }
    }

    internal static int Seconds(double seconds) => double.IsFinite(seconds) && seconds is >= 0 and < 86_400 ? Math.Max(1, (int)Math.Round(seconds)) : 1;
}

/// <summary>A film that is not taken; thrown out of the depth of its boxes and answered by <see cref="FilmFile"/>.</summary>
#pragma warning disable CA1032, CA1064 // Never leaves this folder.
internal sealed class FilmFault(Refusal refusal) : Exception
{
    public Refusal Refusal { get; } = refusal;
}
#pragma warning restore CA1032, CA1064
