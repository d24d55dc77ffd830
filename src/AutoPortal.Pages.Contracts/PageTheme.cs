namespace AutoPortal.Pages.Contracts;

/// <summary>What a brand or dealer may choose about a page's look. Whatever is stored, the page stays readable: inks are computed.</summary>
/// <param name="Brand">The accent as <c>#rrggbb</c>.</param>
/// <param name="Radius">Corner radius in CSS pixels, 0–24.</param>
/// <param name="Skin">Mood of the pictures: <c>day</c>, <c>autumn</c>, <c>festival</c> or <c>night</c>.</param>
public sealed record PageTheme(string Brand, int Radius = 12, string Skin = "day")
{
    /// <summary>The house's own look.</summary>
    public static PageTheme Default { get; } = new("#1f5eff");
}
