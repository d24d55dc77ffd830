using AutoPortal.Pages.Themes;

namespace AutoPortal.Pages.Drawings;

/// <summary>The address of a drawing in a theme: <c>drawing-suv-jade-0a1b2c3d-1f5eff-12-day-1.svg</c>. It tells everything, so any node answers it for ever.</summary>
internal static class DrawingAddress
{
    public static string Of(string tenant, string code, DrawingFile file, string? paint, ThemeTokens theme)
        => $"/{tenant}/drawing-{code}-{Paints.CodeOf(paint)}-{file.Hash}-{theme.Code}.svg";

    /// <summary>The file that an address asks for, or null; it is current where the hash is still that of the drawing.</summary>
    public static (string Svg, bool IsCurrent)? Read(string name)
        => name.Split('-', 4) is [var code, var paint, var hash, var theme]
            && DrawingCatalog.Find(code) is { } file
            && (paint is Paints.Brand || Paints.ColorOf(paint) is not null)
            && ThemeTokens.OfCode(theme) is { } tokens
                ? (file.In(tokens, Paints.ColorOf(paint)), string.Equals(hash, file.Hash, StringComparison.Ordinal))
                : null;
}
