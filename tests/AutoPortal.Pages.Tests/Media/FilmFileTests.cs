using System.Text;
using AutoPortal.Kernel.Outcomes;
using AutoPortal.Pages.Media;
using AutoPortal.Pages.Media.Films;

namespace AutoPortal.Pages.Tests.Media;

public sealed class FilmFileTests
{
    private const string Zip = "PK\u0003\u0004 a second file";

    [Fact]
    public void A_plain_film_keeps_its_pictures_and_sounds_and_tells_its_size_and_length()
    {
        var (facts, bytes) = Clean(Clip.Mp4());

        facts.Value.ShouldBe(new FilmFacts("mp4", 1280, 720, 12));
        bytes.ShouldBe(Clip.Mp4());
    }

    [Fact]
    public void A_film_from_a_phone_held_upright_is_as_high_as_it_is_shown()
        => Clean(Clip.Mp4(isUpright: true)).Facts.Value.ShouldBe(new FilmFacts("mp4", 720, 1280, 12));

    public static TheoryData<string> HidingPlaces => [.. Hidden.Keys];

    private static readonly Dictionary<string, byte[]> Hidden = new(StringComparer.Ordinal)
    {
        ["©xyz of the film"] = Clip.Mp4(inMoov: Clip.Box("udta", Clip.Box("\u00A9xyz", Clip.Text("\0\u0012" + Clip.Position)))),
        ["loci of a track"] = Clip.Mp4(inTrak: Clip.Box("udta", Clip.Box("loci", Clip.Text(Clip.Position)))),
        ["meta of the film"] = Clip.Mp4(inMoov: Clip.Box("meta", Clip.Text(Clip.Position))),
        ["meta of the file"] = Clip.Mp4(atEnd: Clip.Box("meta", Clip.Text(Clip.Position))),
        ["uuid with XMP"] = Clip.Mp4(atEnd: Clip.Box("uuid", Clip.Text("0123456789abcdef" + Clip.Position))),
        ["a free box"] = Clip.Mp4(atEnd: Clip.Box("free", Clip.Text(Clip.Position))),
        ["a box of no kind"] = Clip.Mp4(inMoov: Clip.Box("gps0", Clip.Text(Clip.Position))),
        ["bytes that no track plays"] = Clip.Mp4(inMedia: Clip.Text(Clip.Position)),
        ["a track of data"] = Clip.Mp4(inMedia: Clip.Text(Clip.Position), moreTracks: Clip.Track("meta", Clip.Entry("mebx", [], Clip.Text("")), 28 + 13, 18)),
        ["tags of a WebM"] = Clip.Webm(more: Clip.Element(0x1254C367, Clip.Text(Clip.Position))),
        ["an attachment of a WebM"] = Clip.Webm(more: Clip.Element(0x1941A469, Clip.Text(new string('x', 200) + Clip.Position))),
        ["title and track name of a WebM"] = Clip.Webm(),
    };

    [Theory]
    [MemberData(nameof(HidingPlaces))]
    public void A_position_does_not_come_along_wherever_it_hides_and_what_is_played_does(string place)
    {
        var given = Hidden[place];
        Encoding.Latin1.GetString(given).ShouldContain(Clip.Position);

        var (facts, bytes) = Clean(given);

        facts.Refusal.ShouldBeNull();
        bytes.Length.ShouldBe(given.Length);
        var text = Encoding.Latin1.GetString(bytes);
        text.ShouldNotContain(Clip.Position);
        text.ShouldContain(Encoding.ASCII.GetString(Clip.Picture));
        Clean(bytes).Bytes.ShouldBe(bytes);
    }

    [Theory]
    [InlineData("isom")]
    [InlineData("mp42")]
    [InlineData("M4V ")]
    public void Brands_that_phones_write_are_taken(string brand) => Clean(Clip.Mp4(brand)).Facts.IsOk.ShouldBeTrue();

    public static TheoryData<string> Hostile => [.. Refused.Keys];

    private static readonly Dictionary<string, (byte[] File, Refusal Why)> Refused = new(StringComparer.Ordinal)
    {
        ["nothing"] = ([], MediaRefusals.FilmIsUnknown),
        ["a picture with the name of a film"] = (Photo.Jpeg(64, 64), MediaRefusals.FilmIsUnknown),
        ["a page"] = (Clip.Text("<!DOCTYPE html><script>alert(1)</script>"), MediaRefusals.FilmIsUnknown),
        ["a zip"] = (Clip.Text(Zip + new string(' ', 40)), MediaRefusals.FilmIsUnknown),
        ["an AVI"] = (Clip.Text("RIFF\0\0\0\0AVI LIST" + new string(' ', 40)), MediaRefusals.FilmIsUnknown),
        ["QuickTime"] = (Clip.Mp4("qt  "), MediaRefusals.FilmIsQuickTime),
        ["a HEIC picture"] = (Clip.Mp4("heic"), MediaRefusals.FilmIsUnknown),
        ["H.265"] = (Clip.Mp4(picture: "hvc1"), MediaRefusals.FilmIsUnplayable),
        ["MP3 in an MP4"] = (Clip.Mp4(aac: 0x6B), MediaRefusals.FilmIsUnplayable),
        ["another sound"] = (Clip.Mp4(sound: "ac-3"), MediaRefusals.FilmIsUnplayable),
        ["fragments"] = (Clip.Mp4(atEnd: Clip.Box("moof", [])), MediaRefusals.FilmIsInFragments),
        ["a zip behind the film"] = (Clip.Mp4(atEnd: Clip.Text(Zip)), MediaRefusals.FilmIsBroken),
        ["half a film"] = (Clip.Mp4()[..400], MediaRefusals.FilmIsBroken),
        ["two heads"] = (Clip.Mp4(atEnd: Clip.Box("moov", [])), MediaRefusals.FilmIsBroken),
        ["a box larger than the file"] = (Clip.Mp4(atEnd: Clip.Join(Clip.Word(0x7FFFFFFF), Clip.Text("free"))), MediaRefusals.FilmIsBroken),
        ["a box of a negative length"] = (Clip.Mp4(inMoov: Clip.Join(Clip.Word(1), Clip.Text("free"), [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF])), MediaRefusals.FilmIsBroken),
        ["a box of no length"] = (Clip.Mp4(inMoov: Clip.Join(Clip.Word(4), Clip.Text("free"))), MediaRefusals.FilmIsBroken),
        ["samples outside the media"] = (Clip.Mp4(moreTracks: Clip.Track("soun", Clip.Entry("mp4a", new byte[28], Clip.Box("esds", Clip.Join(Clip.Word(0), [3, 21, 0, 0, 0, 4, 13, 0x40], new byte[12]))), 4, 4)), MediaRefusals.FilmIsBroken),
        ["Matroska"] = (Clip.Webm("matroska"), MediaRefusals.FilmIsUnknown),
        ["H.264 in a WebM"] = (Clip.Webm(codec: "V_MPEG4/ISO/AVC"), MediaRefusals.FilmIsUnplayable),
        ["a track of data in a WebM"] = (Clip.Webm(kind: 0x21), MediaRefusals.FilmHasOtherTracks),
        ["a WebM without length"] = (Clip.Webm(isLive: true), MediaRefusals.FilmIsLive),
        ["a zip behind a WebM"] = (Clip.Join(Clip.Webm(), Clip.Text(Zip)), MediaRefusals.FilmIsBroken),
        ["half a WebM"] = (Clip.Webm()[..60], MediaRefusals.FilmIsBroken),
    };

    [Theory]
    [MemberData(nameof(Hostile))]
    public void What_is_no_film_that_plays_everywhere_is_refused_and_says_why(string what) => Clean(Refused[what].File).Facts.Refusal.ShouldBe(Refused[what].Why);

    [Fact]
    public void A_film_with_any_byte_changed_is_taken_or_refused_and_never_breaks()
    {
        var dice = new Random(20_261_126);
        foreach (var whole in new[] { Clip.Mp4(inMoov: Clip.Box("udta", Clip.Text(Clip.Position))), Clip.Webm(more: Clip.Element(0x1254C367, Clip.Text(Clip.Position))) })
        {
            for (var i = 0; i < 4_000; i++)
            {
                var bent = whole.ToArray();
                bent[dice.Next(bent.Length)] = (byte)dice.Next(256);
                bent[dice.Next(bent.Length)] = (byte)dice.Next(256);

                Should.NotThrow(() => Clean(bent));
            }
        }
    }

    private static (Outcome<FilmFacts> Facts, byte[] Bytes) Clean(byte[] film)
    {
        using var file = new MemoryStream();
        file.Write(film);
        return (FilmFile.Clean(file), file.ToArray());
    }
}
