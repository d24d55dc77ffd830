using AutoPortal.Pages.Contracts;
using AutoPortal.Pages.Drawings;
using AutoPortal.Pages.Media;
using AutoPortal.Pages.Themes;

namespace AutoPortal.Pages.Blocks.Shared;

/// <summary>What a picture of a block becomes in the page.</summary>
internal static class Pictures
{
    /// <summary>The address of a picture as a file; null where there is none.</summary>
    public static string? AddressOf(BlockPicture? picture, BlockContext page)
        => DrawingCatalog.Find(picture?.Drawing) is { } file
            ? DrawingAddress.Of(page.TenantIdentifier, picture!.Drawing!, file, picture.Paint, ThemeTokens.Of(page.Theme) ?? ThemeTokens.Of(PageTheme.Default)!)
            : SafeLink.IsOwnPath(picture?.Src) ? picture!.Src : null;

    /// <summary>The widths in which the media library keeps an uploaded picture, as a browser chooses among them; null for other files.</summary>
    public static string? WidthsOf(string? src) => MediaAddress.Read(src) is { } media ? media.Widths() : null;

    /// <summary>Classes for the point that stays in sight, in steps of a tenth; nothing for the middle.</summary>
    public static string? FocusOf(BlockPicture picture)
    {
        var (x, y) = (Tenth(picture.FocusX), Tenth(picture.FocusY));
        return (x, y) switch
        {
            (5, 5) => null,
            (_, 5) => $"pg-fx-{x}",
            (5, _) => $"pg-fy-{y}",
            _ => $"pg-fx-{x} pg-fy-{y}",
        };
    }

    private static int Tenth(int hundredths) => (Math.Clamp(hundredths, 0, 100) + 5) / 10;
}
