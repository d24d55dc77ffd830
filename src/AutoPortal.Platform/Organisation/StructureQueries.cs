using AutoPortal.Kernel.Scopes;
using AutoPortal.Kernel.Time;
using AutoPortal.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Platform.Organisation;

/// <summary>Brands, regions and sub-regions with how many dealers stand there today.</summary>
internal sealed class StructureQueries(IDbContextFactory<PlatformDb> dbs, CurrentScope scope, TimeProvider clock)
{
    /// <summary>Brands by code, each followed by its regions and their sub-regions, closed ones last among their siblings.</summary>
    public async Task<IReadOnlyList<StructureRow>> ListAsync(CancellationToken ct)
    {
        if (!scope.May(PlatformPermissions.OrganisationRead) || !scope.SeesAllDealers)
        {
            return [];
        }

        var today = ShanghaiTime.DateOf(clock.GetUtcNow());
        await using var db = await dbs.CreateDbContextAsync(ct);
        var brands = await db.Brands.OrderBy(b => b.Code).ToListAsync(ct);
        var regions = await db.Regions.OrderBy(r => r.ClosedOn != null).ThenBy(r => r.Code).ToListAsync(ct);
        var subRegions = await db.SubRegions.OrderBy(s => s.ClosedOn != null).ThenBy(s => s.Code).ToListAsync(ct);
        var places = await db.Placements
            .Where(p => p.FromOn <= today && (p.UntilOn == null || p.UntilOn > today) && db.Dealers.Any(d => d.Id == p.DealerId && (d.LeftOn == null || d.LeftOn > today)))
            .Select(p => new { p.RegionId, p.SubRegionId })
            .ToListAsync(ct);
        return
        [
            .. brands.SelectMany(b => regions.Where(r => r.BrandId == b.Id)
                .SelectMany(r => subRegions.Where(s => s.RegionId == r.Id)
                    .Select(s => new StructureRow(StructureKind.SubRegion, s.Id, r.Id, db.VersionOf(s), s.Code, s.Name, null, s.ClosedOn, places.Count(p => p.SubRegionId == s.Id)))
                    .Prepend(new StructureRow(StructureKind.Region, r.Id, b.Id, db.VersionOf(r), r.Code, r.Name, null, r.ClosedOn, places.Count(p => p.RegionId == r.Id))))
                .Prepend(new StructureRow(StructureKind.Brand, b.Id, null, db.VersionOf(b), b.Code, b.Name, b.LevelScheme, null, places.Count(p => regions.Exists(r => r.Id == p.RegionId && r.BrandId == b.Id))))),
        ];
    }
}

internal enum StructureKind
{
    Brand,
    Region,
    SubRegion,
}

/// <summary>A node above the dealers.</summary>
internal sealed record StructureRow(StructureKind Kind, Guid Id, Guid? ParentId, uint Version, string Code, string Name, string? LevelScheme, DateOnly? ClosedOn, int Dealers);
