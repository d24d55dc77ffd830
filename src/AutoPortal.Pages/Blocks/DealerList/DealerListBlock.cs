using System.ComponentModel.DataAnnotations;
using AutoPortal.Pages.Contracts;

namespace AutoPortal.Pages.Blocks.DealerList;

/// <summary>Dealers of the network as they are today: where, when and by which number.</summary>
public sealed record DealerListBlock : Block
{
    public LocalText? Title { get; init; } = new("就近门店", "Dealers near you");

    [LongText]
    public LocalText? Intro { get; init; }

    /// <summary>Ids of chosen dealers, in the order to show; empty takes all that <see cref="Places"/> names.</summary>
    [ChoicesFrom(DealerChoices.Code), Most(60)]
    public IReadOnlyList<string> Dealers { get; init; } = [];

    /// <summary>Cities and provinces; empty for the whole network.</summary>
    [ChoicesFrom(PlaceChoices.Code), Most(60)]
    public IReadOnlyList<string> Places { get; init; } = [];

    /// <summary>How many are shown before <c>more</c> is asked for.</summary>
    [Range(1, 30), Look]
    public int First { get; init; } = 4;

    [Look]
    public bool ShowsHours { get; init; } = true;

    [Look]
    public bool ShowsPhone { get; init; } = true;

    /// <summary>A link to a map of the reader's; no map is drawn and nothing is loaded.</summary>
    [Look]
    public bool ShowsMap { get; init; } = true;
}
