using System.ComponentModel.DataAnnotations;
using AutoPortal.Pages.Blocks.Shared;
using AutoPortal.Pages.Contracts;

namespace AutoPortal.Pages.Blocks.SeriesShowcase;

/// <summary>The cars of the campaign, side by side.</summary>
public sealed record SeriesShowcaseBlock : Block
{
    public LocalText? Title { get; init; } = new("本次试驾车系", "Cars to drive");

    [LongText]
    public LocalText? Intro { get; init; }

    /// <summary>Codes from the catalogue, in the order to show; their names and prices are always today's. Empty, with no <see cref="Cars"/>, shows all that are on sale.</summary>
    [ChoicesFrom(SeriesChoices.Code), Most(8)]
    public IReadOnlyList<string> Series { get; init; } = [];

    /// <summary>Cars that the author describes, shown after those of the catalogue.</summary>
    [Most(8)]
    public IReadOnlyList<ShownCar> Cars { get; init; } = [];
}

/// <summary>One car of the showcase.</summary>
public sealed record ShownCar
{
    [Required]
    public LocalText Name { get; init; } = "";

    public LocalText? Tagline { get; init; }

    public BlockPicture Picture { get; init; } = new() { Drawing = "suv" };

    /// <summary>Whole fen of the cheapest model; null where no price is shown.</summary>
    [Fen, Range(0, 10_000_000_000)]
    public long? PriceFromFen { get; init; }

    /// <summary>At most three are shown.</summary>
    [Most(3)]
    public IReadOnlyList<Spec> Specs { get; init; } = [];
}

/// <summary>A figure of a car, such as 620 km · CLTC range.</summary>
public sealed record Spec
{
    [Required, StringLength(12)]
    public string Figure { get; init; } = "";

    [StringLength(12)]
    public string? Unit { get; init; }

    public LocalText Label { get; init; } = "";
}
