namespace AutoPortal.Pages.Drawings;

/// <summary>Colours a car may have; the colour itself is in the style sheet.</summary>
internal static class Paints
{
    private static readonly HashSet<string> Known = new(StringComparer.Ordinal) { "pearl", "ink", "sand", "jade", "coral", "sky", "plum" };

    /// <summary>The class, or nothing where the car takes the brand's colour.</summary>
    public static string? ClassOf(string? paint) => paint is not null && Known.Contains(paint) ? "pg-paint-" + paint : null;
}
