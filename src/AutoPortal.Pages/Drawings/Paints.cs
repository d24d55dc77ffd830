using System.Text;

namespace AutoPortal.Pages.Drawings;

/// <summary>Colours a car may have besides the brand's own.</summary>
internal static class Paints
{
    /// <summary>Stands for the brand's own colour in addresses.</summary>
    public const string Brand = "brand";

    private static readonly Dictionary<string, string> Known = new(StringComparer.Ordinal)
    {
        ["pearl"] = "#e9edf2", ["ink"] = "#333d4f", ["sand"] = "#c9b08c", ["jade"] = "#2f8f7c", ["coral"] = "#e5604c", ["sky"] = "#6ba6e8", ["plum"] = "#7a5aa6",
    };

    /// <summary>The class for a drawing inside the page, or nothing where the car takes the brand's colour.</summary>
    public static string? ClassOf(string? paint) => paint is not null && Known.ContainsKey(paint) ? "pg-paint-" + paint : null;

    /// <summary>The word for addresses; an unknown paint is the brand's.</summary>
    public static string CodeOf(string? paint) => paint is not null && Known.ContainsKey(paint) ? paint : Brand;

    /// <summary>The colour, or null for the brand's own.</summary>
    public static string? ColorOf(string code) => Known.GetValueOrDefault(code);

    /// <summary>The classes as a style sheet.</summary>
    public static void WriteCss(StringBuilder css)
    {
        foreach (var (code, color) in Known)
        {
            css.Append(".pg-paint-").Append(code).Append("{--paint:").Append(color).Append('}');
        }
    }
}
