using System.Globalization;

namespace AutoPortal.Pages.Themes;

/// <summary>An sRGB colour with the arithmetic that keeps words readable on it.</summary>
internal readonly record struct ThemeColor(byte R, byte G, byte B)
{
    public static readonly ThemeColor White = new(255, 255, 255);
    public static readonly ThemeColor Ink = new(0x14, 0x1A, 0x26);

    /// <summary>WCAG relative luminance, 0–1.</summary>
    private double Luminance => (0.2126 * Linear(R)) + (0.7152 * Linear(G)) + (0.0722 * Linear(B));

    public static bool TryParse(string? hex, out ThemeColor color)
    {
        color = default;
        if (hex is not ['#', _, _, _, _, _, _] || !int.TryParse(hex.AsSpan(1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var rgb))
        {
            return false;
        }

        color = new ThemeColor((byte)(rgb >> 16), (byte)(rgb >> 8), (byte)rgb);
        return true;
    }

    /// <summary>WCAG contrast ratio, 1–21.</summary>
    public double ContrastWith(ThemeColor other)
    {
        var (a, b) = (Luminance, other.Luminance);
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    /// <summary>This colour with a share of another mixed in.</summary>
    /// <param name="other">What is mixed in.</param>
    /// <param name="share">0 leaves this colour, 1 gives the other.</param>
    public ThemeColor Mix(ThemeColor other, double share)
        => new(Blend(R, other.R, share), Blend(G, other.G, share), Blend(B, other.B, share));

    /// <summary>This colour moved towards another just far enough to reach a contrast with its ground.</summary>
    public ThemeColor UntilReadableOn(ThemeColor ground, ThemeColor towards, double contrast)
    {
        for (var share = 0.0; share < 1; share += 0.04)
        {
            var mixed = Mix(towards, share);
            if (mixed.ContrastWith(ground) >= contrast)
            {
                return mixed;
            }
        }

        return towards;
    }

    public override string ToString() => $"#{R:x2}{G:x2}{B:x2}";

    private static byte Blend(byte from, byte to, double share) => (byte)Math.Round(from + ((to - from) * share));

    private static double Linear(byte channel)
    {
        var c = channel / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.Pow((c + 0.055) / 1.055, 2.4);
    }
}
