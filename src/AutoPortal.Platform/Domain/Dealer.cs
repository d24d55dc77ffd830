using AutoPortal.Kernel.Data;
using AutoPortal.Kernel.Outcomes;

namespace AutoPortal.Platform.Domain;

/// <summary>经销商, with its history of places in the tree.</summary>
internal sealed class Dealer : TenantEntity
{
    private readonly List<DealerPlacement> _placements = [];

    public Dealer(Guid id, Guid brandId, string kind, string code, string name, string province, string city, string district)
    {
        Id = id;
        BrandId = brandId;
        Kind = kind;
        Code = code;
        Name = name;
        Province = province;
        City = city;
        District = district;
    }

    public Guid BrandId { get; private set; }

    public string Kind { get; private set; }

    public string Code { get; private set; }

    public string Name { get; private set; }

    public string Province { get; private set; }

    public string City { get; private set; }

    public string District { get; private set; }

    public bool IsActive { get; private set; } = true;

    public bool AcceptsLeads { get; private set; } = true;

    /// <summary>First-level lead sources; empty accepts all.</summary>
    public List<string> AcceptsChannels { get; private set; } = [];

    /// <summary>Empty sells all.</summary>
    public List<string> SeriesCodes { get; private set; } = [];

    /// <summary>Open leads it can hold; zero for no limit.</summary>
    public int LeadCapacity { get; private set; }

    /// <summary>Shanghai time.</summary>
    public TimeOnly OpensAt { get; private set; } = new(9, 0);

    /// <summary>Shanghai time.</summary>
    public TimeOnly ClosesAt { get; private set; } = new(18, 0);

    public IReadOnlyList<DealerPlacement> Placements => _placements;

    public void SwitchLeads(bool accepts) => AcceptsLeads = accepts;

    public void Sell(IEnumerable<string> seriesCodes, int leadCapacity, TimeOnly opensAt, TimeOnly closesAt)
    {
        SeriesCodes = [.. seriesCodes];
        LeadCapacity = leadCapacity;
        OpensAt = opensAt;
        ClosesAt = closesAt;
    }

    public void Close()
    {
        IsActive = false;
        AcceptsLeads = false;
    }

    public DealerPlacement? PlacementOn(DateOnly on) => _placements.Find(p => p.Holds(on));

    /// <summary>Moves the dealer from a day on; what was before stays as it was. One move may be planned at a time.</summary>
    /// <returns>Why not, or null where it was done.</returns>
    public Refusal? Place(Guid placementId, Guid regionId, Guid? subRegionId, DateOnly fromOn, DateOnly today)
    {
        if (fromOn < today)
        {
            return PlatformRefusals.PlacementInThePast;
        }

        if (_placements.Exists(p => p.FromOn > today))
        {
            return PlatformRefusals.PlacementAlreadyPlanned;
        }

        var current = PlacementOn(fromOn);
        if (current is not null && current.RegionId == regionId && current.SubRegionId == subRegionId)
        {
            return PlatformRefusals.AlreadyPlacedThere;
        }

        if (current?.FromOn == fromOn)
        {
            // Moved twice on one day: the first move never held for a whole day.
            _placements.Remove(current);
        }
        else
        {
            current?.End(fromOn);
        }

        _placements.Add(new DealerPlacement(placementId, Id, regionId, subRegionId, fromOn));
        return null;
    }

    /// <summary>First place of a new dealer, which may lie in the past when history is taken in.</summary>
    public void PlaceFirst(Guid placementId, Guid regionId, Guid? subRegionId, DateOnly fromOn)
        => _placements.Add(new DealerPlacement(placementId, Id, regionId, subRegionId, fromOn));
}
