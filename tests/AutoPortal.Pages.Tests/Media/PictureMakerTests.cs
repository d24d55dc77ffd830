using System.Diagnostics;
using System.Text;
using AutoPortal.Pages.Media;
using SkiaSharp;

namespace AutoPortal.Pages.Tests.Media;

public sealed class PictureMakerTests
{
    [Fact]
    public void A_photo_becomes_webp_in_the_widths_that_pages_need()
    {
        var made = PictureMaker.Make(Photo.Jpeg(4000, 3000)).Value!;

        (made.Width, made.Height).ShouldBe((1920, 1440));
        made.Files.Select(f => f.Width).ShouldBe([1920, 480, 960]);
        made.Files.Select(f => Encoding.ASCII.GetString(f.Bytes, 8, 4)).ShouldAllBe(word => word == "WEBP");
        using var narrow = SKBitmap.Decode(made.Files[1].Bytes);
        (narrow.Width, narrow.Height).ShouldBe((480, 360));
    }

    [Fact]
    public void A_small_picture_is_not_blown_up_and_keeps_what_can_be_seen_through()
    {
        using var clear = new SKBitmap(200, 100, SKColorType.Rgba8888, SKAlphaType.Premul);
        using var png = clear.Encode(SKEncodedImageFormat.Png, 100);

        var made = PictureMaker.Make(png.ToArray()).Value!;

        made.Files.Select(f => f.Width).ShouldBe([200]);
        using var read = SKBitmap.Decode(made.Files[0].Bytes);
        read.GetPixel(10, 10).Alpha.ShouldBe((byte)0);
    }

    [Fact]
    public void Where_a_photo_was_taken_does_not_come_along_and_it_stands_upright()
    {
        var phone = Photo.FromAPhone();
        Encoding.Latin1.GetString(phone).ShouldContain(Photo.Position);

        var made = PictureMaker.Make(phone).Value!;

        (made.Width, made.Height).ShouldBe((900, 1600), "held upright");
        made.Files.ShouldAllBe(f => !Has(f.Bytes, Photo.Position) && !Has(f.Bytes, "EXIF") && !Has(f.Bytes, "XMP"));
        using var read = SKBitmap.Decode(made.Files[0].Bytes);
        read.GetPixel(450, 100).Red.ShouldBeGreaterThan((byte)200, "what lay left lies at the top");
        read.GetPixel(450, 1500).Red.ShouldBeLessThan((byte)120);
    }

    [Theory]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'><circle r='4'/></svg>")]
    [InlineData("<?xml version='1.0'?><!-- x --><svg onload='alert(1)'><script>alert(1)</script></svg>")]
    [InlineData("\uFEFF  <!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.1//EN' ''><svg/>")]
    public void Svg_is_refused_by_name_with_and_without_script(string svg)
    {
        PictureMaker.Make(Encoding.UTF8.GetBytes(svg)).Refusal.ShouldBe(MediaRefusals.IsSvg);
    }

    [Theory]
    [InlineData("GIF89a/*<script>alert(1)</script>*/=1;")]
    [InlineData("\u0089PNG\r\n\u001a\n<html><script>alert(1)</script>")]
    [InlineData("RIFF....WEBP<svg onload=alert(1)>")]
    public void A_file_that_only_begins_like_a_picture_is_refused(string file)
    {
        new[] { MediaRefusals.IsBroken, MediaRefusals.TooManyPixels }.ShouldContain(PictureMaker.Make(Encoding.Latin1.GetBytes(file)).Refusal);
    }

    [Theory]
    [InlineData("%PDF-1.7")]
    [InlineData("PK\u0003\u0004")]
    [InlineData("<html><body>hello")]
    [InlineData("\u0000\u0000\u0000\u0018ftypheic")]
    [InlineData("")]
    public void What_is_no_picture_is_refused(string file)
    {
        PictureMaker.Make(Encoding.Latin1.GetBytes(file)).Refusal.ShouldBe(MediaRefusals.UnknownType);
    }

    [Fact]
    public void A_second_file_behind_the_picture_is_left_behind()
    {
        byte[] polyglot = [.. Photo.Jpeg(), .. "<script>alert(document.domain)</script>PK\u0003\u0004"u8];

        PictureMaker.Make(polyglot).Value!.Files.ShouldAllBe(f => !Has(f.Bytes, "<script>") && !Has(f.Bytes, "PK\u0003\u0004"));
    }

    [Theory]
    [InlineData(60_000, 60_000)]
    [InlineData(2_000_000_000, 1)]
    [InlineData(11_900, 11_900)]
    public void A_bomb_is_refused_by_its_head_before_it_unpacks(int width, int height)
    {
        var before = GC.GetTotalAllocatedBytes();
        var watch = Stopwatch.StartNew();

        var refusal = PictureMaker.Make(Photo.Bomb(width, height)).Refusal;

        new[] { MediaRefusals.TooManyPixels, MediaRefusals.IsBroken }.ShouldContain(refusal);
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(5));
        (GC.GetTotalAllocatedBytes() - before).ShouldBeLessThan(4_000_000);
    }

    [Fact]
    public void An_animation_is_refused()
    {
        PictureMaker.Make(Photo.AnimatedGif()).Refusal.ShouldBe(MediaRefusals.IsAnimated);
    }

    [Fact]
    public void A_picture_that_was_cut_off_is_refused()
    {
        var whole = Photo.Jpeg();
        var png = Photo.Png();

        PictureMaker.Make(whole[..(whole.Length / 2)]).Refusal.ShouldBe(MediaRefusals.IsBroken);
        PictureMaker.Make(png[..(png.Length / 2)]).Refusal.ShouldBe(MediaRefusals.IsBroken);
        PictureMaker.Make(whole[..20]).Refusal.ShouldBe(MediaRefusals.IsBroken);
    }

    [Fact]
    public void Whatever_bytes_stand_in_the_middle_nothing_falls_over()
    {
        var random = new Random(4);
        foreach (var plain in new[] { Photo.Jpeg(300, 200), Photo.Png(300, 200) })
        {
            for (var i = 0; i < 60; i++)
            {
                var broken = (byte[])plain.Clone();
                for (var at = 0; at < 12; at++)
                {
                    broken[random.Next(8, broken.Length)] = (byte)random.Next(256);
                }

                _ = PictureMaker.Make(broken);
            }
        }
    }

    private static bool Has(byte[] bytes, string word) => bytes.AsSpan().IndexOf(Encoding.Latin1.GetBytes(word)) >= 0;
}
