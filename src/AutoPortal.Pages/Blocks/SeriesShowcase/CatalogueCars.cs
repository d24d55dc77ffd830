using AutoPortal.Pages.Blocks.Shared;
using AutoPortal.Pages.Contracts;
using AutoPortal.Platform.Contracts;

namespace AutoPortal.Pages.Blocks.SeriesShowcase;

/// <summary>Turns series of the catalogue into cars to show.</summary>
internal static class CatalogueCars
{
    private const int MostShown = 8;

    // Neighbours differ in colour, so that a row of drawings does not look like one car four times; the first wears the brand's.
    private static readonly string?[] Paints = [null, "ink", "jade", "coral", "sand", "sky", "plum"];

    private static readonly Dictionary<string, string> DrawingOfBody = new(StringComparer.Ordinal)
    {
        ["suv"] = "suv", ["sedan"] = "sedan", ["hatchback"] = "hatch", ["mpv"] = "mpv",
    };

    /// <param name="block">What the author chose.</param>
    /// <param name="catalogue">All series of the tenant.</param>
    /// <param name="tagline">Words for energy and body style.</param>
    public static IReadOnlyList<ShownCar> Of(SeriesShowcaseBlock block, IReadOnlyList<SeriesFacts> catalogue, Func<SeriesFacts, string> tagline)
    {
        var chosen = block.Series.Count > 0
            ? block.Series.Select(code => catalogue.FirstOrDefault(s => string.Equals(s.Code, code, StringComparison.Ordinal))).OfType<SeriesFacts>()
            : block.Cars.Count > 0 ? [] : catalogue;
        return [.. chosen.Where(s => s.IsOnSale).Take(MostShown).Select((series, i) => Shown(series, Paints[i % Paints.Length], tagline(series))), .. block.Cars];
    }

    /// <summary>A series of the catalogue as a car to show.</summary>
    public static ShownCar Shown(SeriesFacts series, string? paint, LocalText tagline) => new()
    {
        Name = new LocalText(series.Name, series.NameEn),
        Tagline = tagline,
        Picture = new BlockPicture { Drawing = DrawingOfBody.GetValueOrDefault(series.BodyStyle, "suv"), Paint = paint },
        PriceFromFen = series.PriceFromFen > 0 ? series.PriceFromFen : null,
    };
}
