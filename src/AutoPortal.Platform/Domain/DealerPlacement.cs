using AutoPortal.Kernel.Data;

namespace AutoPortal.Platform.Domain;

/// <summary>Where a dealer stands in the tree, from a day on. A dealer may hang directly under a region.</summary>
internal sealed class DealerPlacement : TenantEntity
{
    public DealerPlacement(Guid id, Guid dealerId, Guid regionId, Guid? subRegionId, DateOnly fromOn)
    {
        Id = id;
        DealerId = dealerId;
        RegionId = regionId;
        SubRegionId = subRegionId;
        FromOn = fromOn;
    }

    public Guid DealerId { get; private set; }

    public Guid RegionId { get; private set; }

    public Guid? SubRegionId { get; private set; }

    /// <summary>First day, in Shanghai.</summary>
    public DateOnly FromOn { get; private set; }

    /// <summary>First day on which it no longer holds, or null.</summary>
    public DateOnly? UntilOn { get; private set; }

    public bool Holds(DateOnly on) => FromOn <= on && (UntilOn is null || UntilOn > on);

    internal void End(DateOnly untilOn) => UntilOn = untilOn;

    internal void GoOn() => UntilOn = null;
}
