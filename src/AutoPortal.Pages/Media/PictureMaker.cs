using System.Text;
using AutoPortal.Kernel.Files;
using AutoPortal.Kernel.Outcomes;
using SkiaSharp;

namespace AutoPortal.Pages.Media;

/// <summary>Makes a picture anew from its pixels: whatever else a file held (position, scripts, a second file behind the picture) cannot come along.</summary>
internal static class PictureMaker
{
    /// <summary>Pixels of either side at most; told by the file's head, before anything is unpacked.</summary>
    public const int LongestSide = 12_000;

    /// <summary>Pixels altogether at most: 50 million, a large phone's camera.</summary>
    public const int MostPixels = 50_000_000;

    /// <summary>Wider than this no page shows a picture.</summary>
    public const int Widest = 1920;

    private const int MostUnpacked = 40_000_000;
    private const int Quality = 80;
    private static readonly SKSamplingOptions Smooth = new(SKFilterMode.Linear, SKMipmapMode.Linear);

    public static Outcome<MadePicture> Make(byte[] file)
    {
        if (FileSniffer.ContentTypeOf(file) is not ("image/jpeg" or "image/png" or "image/webp" or "image/gif"))
        {
            return IsSvg(file) ? MediaRefusals.IsSvg : MediaRefusals.UnknownType;
        }

        using var data = SKData.CreateCopy(file);
        using var codec = SKCodec.Create(data);
        if (codec is null)
        {
            return MediaRefusals.IsBroken;
        }

        var (width, height) = (codec.Info.Width, codec.Info.Height);
        if (width > LongestSide || height > LongestSide || (long)width * height > MostPixels)
        {
            return MediaRefusals.TooManyPixels;
        }

        if (codec.FrameCount > 1)
        {
            return MediaRefusals.IsAnimated;
        }

        // JPEG unpacks to an eighth of its size or more without ever holding the whole.
        var eighths = Enumerable.Range(1, 8).First(n => n == 8 || Math.Min(width, height) * n / 8 >= Widest);
        var size = eighths == 8 ? new SKSizeI(width, height) : codec.GetScaledDimensions(eighths / 8f);
        if ((long)size.Width * size.Height > MostUnpacked)
        {
            return MediaRefusals.TooManyPixels;
        }

        using var unpacked = new SKBitmap(new SKImageInfo(size.Width, size.Height, SKColorType.Rgba8888, codec.Info.IsOpaque ? SKAlphaType.Opaque : SKAlphaType.Premul, SKColorSpace.CreateSrgb()));
        if (codec.GetPixels(unpacked.Info, unpacked.GetPixels()) is not SKCodecResult.Success)
        {
            return MediaRefusals.IsBroken;
        }

        using var upright = Upright(unpacked, codec.EncodedOrigin);
        return Written(upright);
    }

    private static MadePicture Written(SKBitmap upright)
    {
        var whole = Math.Min(upright.Width, Widest);
        var files = new[] { whole }.Concat(MediaAddress.Narrower.Where(w => w < whole)).Select(width => new MadeFile(width, AtWidth(upright, width))).ToList();
        return new MadePicture(whole, HeightAt(upright, whole), files);
    }

    private static byte[] AtWidth(SKBitmap picture, int width)
    {
        using var resized = picture.Width == width ? null : picture.Resize(new SKSizeI(width, HeightAt(picture, width)), Smooth);
        using var packed = (resized ?? picture).Encode(SKEncodedImageFormat.Webp, Quality);
        return packed.ToArray();
    }

    private static int HeightAt(SKBitmap picture, int width) => Math.Max(1, (int)Math.Round((double)picture.Height * width / picture.Width));

    // A camera writes pixels as its sensor lay and says in the metadata how to turn them; the metadata goes, so the pixels are turned.
    private static SKBitmap Upright(SKBitmap picture, SKEncodedOrigin origin)
    {
        var isTurned = origin is SKEncodedOrigin.LeftTop or SKEncodedOrigin.RightTop or SKEncodedOrigin.RightBottom or SKEncodedOrigin.LeftBottom;
        var (w, h) = (picture.Width, picture.Height);
        var upright = new SKBitmap(picture.Info.WithSize(isTurned ? h : w, isTurned ? w : h));
        using var canvas = new SKCanvas(upright);
        canvas.Concat(origin switch
        {
            SKEncodedOrigin.TopRight => new SKMatrix(-1, 0, w, 0, 1, 0, 0, 0, 1),
            SKEncodedOrigin.BottomRight => new SKMatrix(-1, 0, w, 0, -1, h, 0, 0, 1),
            SKEncodedOrigin.BottomLeft => new SKMatrix(1, 0, 0, 0, -1, h, 0, 0, 1),
            SKEncodedOrigin.LeftTop => new SKMatrix(0, 1, 0, 1, 0, 0, 0, 0, 1),
            SKEncodedOrigin.RightTop => new SKMatrix(0, -1, h, 1, 0, 0, 0, 0, 1),
            SKEncodedOrigin.RightBottom => new SKMatrix(0, -1, h, -1, 0, w, 0, 0, 1),
            SKEncodedOrigin.LeftBottom => new SKMatrix(0, 1, 0, -1, 0, w, 0, 0, 1),
            _ => SKMatrix.Identity,
        });
        canvas.DrawBitmap(picture, 0, 0, Smooth);
        return upright;
    }

    private static bool IsSvg(ReadOnlySpan<byte> file)
    {
        var head = Encoding.UTF8.GetString(file[..Math.Min(file.Length, 4096)]);
        return head.Contains("<svg", StringComparison.OrdinalIgnoreCase) || head.Contains("<!DOCTYPE svg", StringComparison.OrdinalIgnoreCase);
    }
}

/// <summary>A picture made anew.</summary>
/// <param name="Width">Of the whole one.</param>
/// <param name="Height">Of the whole one.</param>
/// <param name="Files">The whole one, then the narrower.</param>
internal sealed record MadePicture(int Width, int Height, IReadOnlyList<MadeFile> Files);

/// <summary>One width of it, as WebP.</summary>
internal sealed record MadeFile(int Width, byte[] Bytes);
