using System.Buffers.Binary;
using System.Text;
using SkiaSharp;

namespace AutoPortal.Pages.Tests.Media;

/// <summary>Files that people and attackers send.</summary>
internal static class Photo
{
    public const string Position = "31.2304N121.4737E";

    /// <summary>A photo whose left half is red.</summary>
    public static byte[] Jpeg(int width = 1600, int height = 900) => Encoded(width, height, SKEncodedImageFormat.Jpeg);

    public static byte[] Png(int width = 640, int height = 480) => Encoded(width, height, SKEncodedImageFormat.Png);

    /// <summary>A picture that no encoder makes small.</summary>
    public static byte[] Noise(int width, int height)
    {
        using var picture = new SKBitmap(width, height);
        new Random(width).NextBytes(picture.GetPixelSpan());
        using var data = picture.Encode(SKEncodedImageFormat.Jpeg, 90);
        return data.ToArray();
    }

    /// <summary>A photo that says where it was taken, and that the phone was held upright: to be turned by a quarter.</summary>
    public static byte[] FromAPhone()
    {
        var plain = Jpeg();
        var segment = Exif();
        return [.. plain[..2], 0xFF, 0xE1, (byte)((segment.Length + 2) >> 8), (byte)(segment.Length + 2), .. segment, .. plain[2..]];
    }

    /// <summary>A picture whose head promises more pixels than any memory holds.</summary>
    public static byte[] Bomb(int width, int height)
    {
        var head = new byte[17];
        "IHDR"u8.CopyTo(head);
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(4), width);
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(8), height);
        (head[12], head[13]) = (8, 2);
        return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, .. head, .. Crc(head), 0, 0, 0, 0, .. "IDAT"u8, .. Crc("IDAT"u8), 0, 0, 0, 0, .. "IEND"u8, .. Crc("IEND"u8)];
    }

    public static byte[] AnimatedGif()
    {
        byte[] frame = [0x21, 0xF9, 4, 0, 10, 0, 0, 0, 0x2C, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0];
        return [.. "GIF89a"u8, 1, 0, 1, 0, 0x80, 0, 0, 0, 0, 0, 0xFF, 0xFF, 0xFF, .. frame, .. frame, 0x3B];
    }

    private static byte[] Encoded(int width, int height, SKEncodedImageFormat format)
    {
        using var picture = new SKBitmap(width, height);
        using (var canvas = new SKCanvas(picture))
        {
            canvas.Clear(SKColors.SteelBlue);
            using var red = new SKPaint { Color = SKColors.Red };
            canvas.DrawRect(0, 0, width / 2f, height, red);
        }

        using var data = picture.Encode(format, 90);
        return data.ToArray();
    }

    // Orientation 6, and the place as the description, in the smallest tree that readers take.
    private static byte[] Exif()
    {
        var place = Encoding.ASCII.GetBytes(Position + "\0");
        return
        [
            .. "Exif\0\0"u8, .. "II"u8, 42, 0, 8, 0, 0, 0, 2, 0,
            0x0E, 0x01, 2, 0, (byte)place.Length, 0, 0, 0, 38, 0, 0, 0,
            0x12, 0x01, 3, 0, 1, 0, 0, 0, 6, 0, 0, 0,
            0, 0, 0, 0, .. place,
        ];
    }

    private static byte[] Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = 0xFFFFFFFFu;
        foreach (var one in bytes)
        {
            crc ^= one;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) == 1 ? 0xEDB88320u ^ (crc >> 1) : crc >> 1;
            }
        }

        var big = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(big, ~crc);
        return big;
    }
}
