using AutoPortal.Platform.Data;
using AutoPortal.Platform.Domain;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Platform.Organisation;

/// <summary>A place where a dealer can stand: a sub-region with its region, or a region alone.</summary>
internal sealed record Node(Region Region, SubRegion? SubRegion);

/// <summary>Finds places by one id, as people choose them.</summary>
internal static class NodeLookup
{
    /// <returns>Null where there is no such node, or it is closed.</returns>
    public static async Task<Node?> FindNodeAsync(this PlatformDb db, Guid nodeId, CancellationToken ct)
    {
        var subRegion = await db.SubRegions.SingleOrDefaultAsync(s => s.Id == nodeId && s.ClosedOn == null, ct);
        var regionId = subRegion?.RegionId ?? nodeId;
        return await db.Regions.SingleOrDefaultAsync(r => r.Id == regionId && r.ClosedOn == null, ct) is { } region ? new(region, subRegion) : null;
    }
}
