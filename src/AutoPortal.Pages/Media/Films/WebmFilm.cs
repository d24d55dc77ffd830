using System.Buffers.Binary;
using System.Text;

namespace AutoPortal.Pages.Media.Films;

/// <summary>A WebM with VP8, VP9 or AV1 and Opus or Vorbis.</summary>
internal static class WebmFilm
{
    public const uint Magic = 0x1A45DFA3;
    private const uint DocType = 0x4282;
    private const uint Segment = 0x18538067;
    private const uint Info = 0x1549A966;
    private const uint Tracks = 0x1654AE6B;
    private const uint Cluster = 0x1F43B675;
    private const uint SeekHead = 0x114D9B74;
    private const uint Cues = 0x1C53BB6B;
    private const uint TrackEntry = 0xAE;
    private const uint Video = 0xE0;
    private const uint Scale = 0x2AD7B1;
    private const uint Length = 0x4489;
    private const int Short = 256;
    private static readonly uint[] InfoKept = [Scale, Length, 0x4D80, 0x5741];
    private static readonly uint[] ClusterKept = [0xE7, 0xA3, 0xA0, 0xA7, 0xAB];
    private static readonly string[] Pictures = ["V_VP8", "V_VP9", "V_AV1"];
    private static readonly string[] Sounds = ["A_OPUS", "A_VORBIS"];

    public static FilmFacts Clean(Stream file)
    {
        var top = EbmlElement.In(file, 0, file.Length).Take(3).ToList();
        if (top is not [{ Id: Magic } head, { Id: Segment } segment])
        {
            throw new FilmFault(MediaRefusals.FilmIsBroken);
        }

        if (EbmlElement.In(file, head.Body, head.End).FirstOrDefault(e => e.Id == DocType) is not { Id: DocType } type || Word(file, type) != "webm")
        {
            throw new FilmFault(MediaRefusals.FilmIsUnknown);
        }

        (int Width, int Height)? size = null;
        var seconds = 0.0;
        foreach (var part in EbmlElement.In(file, segment.Body, segment.End).ToList())
        {
            switch (part.Id)
            {
                case Info:
                    seconds = SecondsOf(file, part);
                    KeepOnly(file, part, InfoKept);
                    break;
                case Tracks:
                    size = TracksOf(file, part);
                    break;
                case Cluster:
                    KeepOnly(file, part, ClusterKept);
                    break;
                case SeekHead or Cues:
                    break;
                default:
                    // Tags, attachments, chapters: whatever words and files came along.
                    part.Free(file);
                    break;
            }
        }

        return size is var (width, height) ? new("webm", width, height, FilmFile.Seconds(seconds)) : throw new FilmFault(MediaRefusals.FilmIsUnplayable);
    }

    private static void KeepOnly(Stream file, EbmlElement parent, uint[] kept)
    {
        foreach (var other in EbmlElement.In(file, parent.Body, parent.End).Where(e => !kept.Contains(e.Id)).ToList())
        {
            other.Free(file);
        }
    }

    private static double SecondsOf(Stream file, EbmlElement info)
    {
        var parts = EbmlElement.In(file, info.Body, info.End).ToList();
        var scale = parts.Find(e => e.Id == Scale) is { Id: Scale } given ? given.Whole(file) : 1_000_000;
        return parts.Find(e => e.Id == Length) is not { Id: Length } length ? 0 : length.Content(file, 8) switch
        {
            { Length: 4 } four => BinaryPrimitives.ReadSingleBigEndian(four) * scale / 1e9,
            { Length: 8 } eight => BinaryPrimitives.ReadDoubleBigEndian(eight) * scale / 1e9,
            _ => 0,
        };
    }

    private static (int Width, int Height)? TracksOf(Stream file, EbmlElement tracks)
    {
        (int, int)? size = null;
        foreach (var track in EbmlElement.In(file, tracks.Body, tracks.End).ToList())
        {
            if (track.Id != TrackEntry)
            {
                track.Free(file);
                continue;
            }

            var parts = EbmlElement.In(file, track.Body, track.End).ToList();
            var codec = parts.Find(e => e.Id == 0x86) is { Id: 0x86 } named ? Word(file, named) : "";
            switch (parts.Find(e => e.Id == 0x83) is { Id: 0x83 } kind ? kind.Whole(file) : 0)
            {
                case 1 when Pictures.Contains(codec, StringComparer.Ordinal):
                    size ??= SizeOf(file, parts);
                    break;
                case 2 when Sounds.Contains(codec, StringComparer.Ordinal):
                    break;
                case 1 or 2:
                    throw new FilmFault(MediaRefusals.FilmIsUnplayable);
                default:
                    throw new FilmFault(MediaRefusals.FilmHasOtherTracks);
            }

            // The track's name is free text.
            parts.Where(p => p.Id == 0x536E).ToList().ForEach(p => p.Free(file));
        }

        return size;
    }

    private static (int, int)? SizeOf(Stream file, List<EbmlElement> track)
    {
        if (track.Find(e => e.Id == Video) is not { Id: Video } video)
        {
            return null;
        }

        var parts = EbmlElement.In(file, video.Body, video.End).ToList();
        ulong Side(uint id) => parts.Find(e => e.Id == id) is var side && side.Id == id ? side.Whole(file) : 0;
        return (Side(0xB0), Side(0xBA)) is (>= 16 and <= 8192, >= 16 and <= 8192) and var (width, height) ? ((int)width, (int)height) : throw new FilmFault(MediaRefusals.FilmIsBroken);
    }

    private static string Word(Stream file, EbmlElement element) => Encoding.Latin1.GetString(element.Content(file, Short)).TrimEnd('\0');
}
