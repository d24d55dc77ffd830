namespace AutoPortal.Platform.Contracts;

/// <summary>The tree Brand → Region → SubRegion → Dealer of the scope's tenant, as it stands today.</summary>
public interface IOrganisation
{
    /// <summary>The whole tree in one answer, from memory.</summary>
    Task<OrganisationTree> TreeAsync(CancellationToken ct);
}

/// <summary>Today's tree of one tenant.</summary>
/// <param name="Brands">Ordered by code.</param>
/// <param name="Regions">Ordered by code.</param>
/// <param name="SubRegions">Ordered by code.</param>
/// <param name="Dealers">Ordered by code.</param>
public sealed record OrganisationTree(
    IReadOnlyList<BrandFacts> Brands,
    IReadOnlyList<RegionFacts> Regions,
    IReadOnlyList<SubRegionFacts> SubRegions,
    IReadOnlyList<DealerFacts> Dealers)
{
    private Dictionary<Guid, string>? _labels;

    /// <summary>The name of a brand, region, sub-region or dealer; null for an unknown id.</summary>
    public string? LabelOf(Guid? id)
    {
        _labels ??= Brands.Select(b => (b.Id, b.Name))
            .Concat(Regions.Select(r => (r.Id, r.Name)))
            .Concat(SubRegions.Select(s => (s.Id, s.Name)))
            .Concat(Dealers.Select(d => (d.Id, d.Name)))
            .ToDictionary(n => n.Id, n => n.Name);
        return id is { } known ? _labels.GetValueOrDefault(known) : null;
    }
}

/// <summary>A brand.</summary>
/// <param name="Id">The brand.</param>
/// <param name="Code">Short code.</param>
/// <param name="Name">The name to show.</param>
/// <param name="LevelScheme"><c>scheme_short</c> or <c>scheme_long</c>: how its leads are rated and due. Source: domain language §4.2.</param>
public sealed record BrandFacts(Guid Id, string Code, string Name, string LevelScheme);

/// <summary>A region, 大区.</summary>
/// <param name="Id">The region.</param>
/// <param name="BrandId">Its brand.</param>
/// <param name="Code">Short code.</param>
/// <param name="Name">The name to show.</param>
public sealed record RegionFacts(Guid Id, Guid BrandId, string Code, string Name)
{
    /// <summary>Kept for its history: nothing new is placed there.</summary>
    public bool IsClosed { get; init; }
}

/// <summary>A sub-region, 小区.</summary>
/// <param name="Id">The sub-region.</param>
/// <param name="RegionId">Its region.</param>
/// <param name="Code">Short code.</param>
/// <param name="Name">The name to show.</param>
public sealed record SubRegionFacts(Guid Id, Guid RegionId, string Code, string Name)
{
    /// <summary>Kept for its history: nothing new is placed there.</summary>
    public bool IsClosed { get; init; }
}
