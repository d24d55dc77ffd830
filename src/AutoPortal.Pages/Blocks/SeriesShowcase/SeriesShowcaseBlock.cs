using AutoPortal.Pages.Blocks.Shared;
using AutoPortal.Pages.Contracts;

namespace AutoPortal.Pages.Blocks.SeriesShowcase;

/// <summary>The cars of the campaign, side by side.</summary>
public sealed record SeriesShowcaseBlock : Block
{
    public LocalText? Title { get; init; } = new("本次试驾车系", "Cars to drive");

    public LocalText? Intro { get; init; }

    /// <summary>Codes from the catalogue, in the order to show; their names and prices are always today's. Empty, with no <see cref="Cars"/>, shows all that are on sale.</summary>
    public IReadOnlyList<string> Series { get; init; } = [];

    /// <summary>Cars that the author describes, shown after those of the catalogue.</summary>
    public IReadOnlyList<ShownCar> Cars { get; init; } = [];
}

/// <summary>One car of the showcase.</summary>
public sealed record ShownCar
{
    public LocalText Name { get; init; } = "";

    public LocalText? Tagline { get; init; }

    public BlockPicture Picture { get; init; } = new() { Drawing = "suv" };

    /// <summary>Whole fen of the cheapest model; null where no price is shown.</summary>
    public long? PriceFromFen { get; init; }

    /// <summary>At most three are shown.</summary>
    public IReadOnlyList<Spec> Specs { get; init; } = [];
}

/// <summary>A figure of a car, such as 620 km · CLTC range.</summary>
public sealed record Spec
{
    public string Figure { get; init; } = "";

    public string? Unit { get; init; }

    public LocalText Label { get; init; } = "";
}
