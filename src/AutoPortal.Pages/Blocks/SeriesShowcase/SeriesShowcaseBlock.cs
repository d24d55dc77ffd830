using AutoPortal.Pages.Blocks.Shared;
using AutoPortal.Pages.Contracts;

namespace AutoPortal.Pages.Blocks.SeriesShowcase;

/// <summary>The cars of the campaign, side by side.</summary>
public sealed record SeriesShowcaseBlock : Block
{
    public LocalText? Title { get; init; } = new("本次试驾车系", "Cars to drive");

    public LocalText? Intro { get; init; }

    public IReadOnlyList<ShownCar> Cars { get; init; } = [new() { Name = new("车系名称", "Series name") }];
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
