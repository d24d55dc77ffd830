using System.Buffers.Binary;
using System.Text;

namespace AutoPortal.Pages.Tests.Media;

/// <summary>Films made by hand: the boxes of a player's interest, and what a test hides among them.</summary>
internal static class Clip
{
    public static readonly byte[] Picture = Encoding.ASCII.GetBytes("-- a frame --");
    public static readonly byte[] Sound = Encoding.ASCII.GetBytes("-- a sound --");

    /// <summary>What must not come along, wherever it stands.</summary>
    public const string Position = "+31.2304+121.4737/";

    public static byte[] Mp4(
        string brand = "isom", string picture = "avc1", string sound = "mp4a", byte aac = 0x40, byte[]? inMoov = null, byte[]? inTrak = null, byte[]? inMedia = null, byte[]? atEnd = null, byte[]? moreTracks = null, bool isUpright = false)
    {
        var head = Box("ftyp", Join(Text(brand), Word(512), Text(brand)));
        var media = Join(Picture, inMedia ?? [], Sound);
        var mdat = Box("mdat", media);
        var first = (uint)(head.Length + 8);
        var moov = Box("moov", Join(
            Box("mvhd", Join(Word(0), Word(0), Word(0), Word(1000), Word(12_000), new byte[80])),
            Track("vide", Entry(picture, new byte[78], Box("avcC", [1, 2, 3])), first, (uint)Picture.Length, inTrak, isUpright),
            Track("soun", Entry(sound, new byte[28], Box("esds", Join(Word(0), [3, 21, 0, 0, 0, 4, 13, aac], new byte[12]))), first + (uint)(Picture.Length + (inMedia?.Length ?? 0)), (uint)Sound.Length, null, false),
            moreTracks ?? [], inMoov ?? []));
        return Join(head, mdat, moov, atEnd ?? []);
    }

    public static byte[] Track(string handler, byte[] entry, uint offset, uint size, byte[]? extra = null, bool isUpright = false)
        => Box("trak", Join(
            Box("tkhd", Join(new byte[40], isUpright ? Join(Word(0), Word(0x10000), Word(0), Word(0xFFFF0000), Word(0), Word(0), Word(0), Word(0), Word(0x40000000)) : Join(Word(0x10000), new byte[28], Word(0x40000000)), Word(1280 << 16), Word(720 << 16))),
            Box("mdia", Join(
                Box("mdhd", new byte[24]),
                Box("hdlr", Join(Word(0), Word(0), Text(handler), new byte[13])),
                Box("minf", Join(
                    Box("stbl", Join(
                        Box("stsd", Join(Word(0), Word(1), entry)),
                        Box("stts", Join(Word(0), Word(1), Word(1), Word(1))),
                        Box("stsc", Join(Word(0), Word(1), Word(1), Word(1), Word(1))),
                        Box("stsz", Join(Word(0), Word(0), Word(1), Word(size))),
                        Box("stco", Join(Word(0), Word(1), Word(offset))))))))),
            extra ?? []));

    public static byte[] Entry(string type, byte[] before, byte[] parts) => Box(type, Join(before, parts));

    public static byte[] Webm(string type = "webm", string codec = "V_VP9", byte kind = 1, byte[]? more = null, bool isLive = false)
    {
        var segment = Join(
            Element(0x1549A966, Join(Element(0x2AD7B1, [0x0F, 0x42, 0x40]), Element(0x4489, Float(12_000)), Element(0x7BA9, Text(Position)))),
            Element(0x1654AE6B, Element(0xAE, Join(Element(0xD7, [1]), Element(0x83, [kind]), Element(0x86, Text(codec)), Element(0x536E, Text(Position)), Element(0xE0, Join(Element(0xB0, [0x05, 0x00]), Element(0xBA, [0x02, 0xD0])))))),
            Element(0x1F43B675, Join(Element(0xE7, [0]), Element(0xA3, Join([0x81, 0, 0, 0x80], Picture)))),
            more ?? []);
        return Join(Element(0x1A45DFA3, Element(0x4282, Text(type))), isLive ? Join(Id(0x18538067), [0x01, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF], segment) : Element(0x18538067, segment));
    }

    public static byte[] Box(string type, byte[] content) => Join(Word((uint)(content.Length + 8)), Encoding.Latin1.GetBytes(type), content);

    public static byte[] Element(uint id, byte[] content) => Join(Id(id), Size(content.Length), content);

    public static byte[] Join(params byte[][] parts) => [.. parts.SelectMany(p => p)];

    public static byte[] Text(string text) => Encoding.Latin1.GetBytes(text);

    public static byte[] Word(uint value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, value);
        return bytes;
    }

    private static byte[] Float(double value)
    {
        var bytes = new byte[8];
        BinaryPrimitives.WriteDoubleBigEndian(bytes, value);
        return bytes;
    }

    private static byte[] Id(uint id) => [.. Word(id).SkipWhile(b => b == 0)];

    private static byte[] Size(int length) => length < 127 ? [(byte)(0x80 | length)] : [0x10, (byte)(length >> 16), (byte)(length >> 8), (byte)length];
}
