using System.ComponentModel.DataAnnotations;
using AutoPortal.Pages.Blocks.Shared;
using AutoPortal.Pages.Blocks.SeriesShowcase;
using AutoPortal.Pages.Contracts;

namespace AutoPortal.Pages.Blocks.VehicleCard;

/// <summary>One car with its price of today and the way to it.</summary>
public sealed record VehicleCardBlock : Block
{
    /// <summary>Code from the catalogue, whose name and price are always today's; empty shows the first that is on sale.</summary>
    [ChoicesFrom(SeriesChoices.Code), StringLength(60)]
    public string? Series { get; init; }

    public LocalText? Badge { get; init; }

    /// <summary>One line; empty takes energy and body style.</summary>
    public LocalText? Tagline { get; init; }

    /// <summary>Empty draws the body style.</summary>
    public BlockPicture? Picture { get; init; }

    [Most(4)]
    public IReadOnlyList<Spec> Specs { get; init; } = [];

    public bool ShowsPrice { get; init; } = true;

    public LocalText? Button { get; init; } = new("预约试驾", "Book a test drive");

    [Link, StringLength(500)]
    public string? Href { get; init; } = "#sign-up";
}
