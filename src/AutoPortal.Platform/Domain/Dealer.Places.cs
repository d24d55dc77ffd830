using AutoPortal.Kernel.Outcomes;

namespace AutoPortal.Platform.Domain;

// Places in the tree, each with its days.
internal sealed partial class Dealer
{
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

    /// <summary>A move whose day has not come does not happen; the place before it goes on.</summary>
    public Refusal? CallOffMove(DateOnly today)
    {
        if (_placements.Find(p => p.FromOn > today) is not { } planned)
        {
            return PlatformRefusals.NoMovePlanned;
        }

        _placements.Remove(planned);
        _placements.Find(p => p.UntilOn == planned.FromOn)?.GoOn();
        return null;
    }
}
