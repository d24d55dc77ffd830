using AutoPortal.Platform.Contracts;

namespace AutoPortal.Pages.Masters.Copies;

/// <summary>Which dealers are to get a copy: all, those of regions, or single ones. Closed dealers never are among them.</summary>
/// <param name="IsAll">Every open dealer; the lists say nothing then.</param>
/// <param name="Regions">Every open dealer of these regions.</param>
/// <param name="Dealers">These dealers, where they are open.</param>
public sealed record CopyChoice(bool IsAll, IReadOnlyCollection<Guid> Regions, IReadOnlyCollection<Guid> Dealers)
{
    /// <summary>Every open dealer.</summary>
    public static readonly CopyChoice All = new(true, [], []);

    /// <summary>Every open dealer of these regions.</summary>
    public static CopyChoice OfRegions(params IEnumerable<Guid> regions) => new(false, [.. regions], []);

    /// <summary>These dealers.</summary>
    public static CopyChoice OfDealers(params IEnumerable<Guid> dealers) => new(false, [], [.. dealers]);

    /// <summary>The chosen dealers, ordered by code.</summary>
    public IReadOnlyList<DealerFacts> Of(OrganisationTree tree)
        => [.. tree.Dealers.Where(d => d.IsActive && (IsAll || (d.RegionId is { } region && Regions.Contains(region)) || Dealers.Contains(d.Id)))];
}
