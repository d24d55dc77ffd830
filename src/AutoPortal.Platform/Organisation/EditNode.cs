using AutoPortal.Kernel;
using AutoPortal.Kernel.Outcomes;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Kernel.Time;
using AutoPortal.Platform.Data;
using AutoPortal.Platform.Domain;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Platform.Organisation;

/// <summary>Regions and sub-regions: made, renamed, closed once they are empty, opened again.</summary>
internal sealed class EditNode(IDbContextFactory<PlatformDb> dbs, DealerDesk desk, CurrentScope scope, TimeProvider clock)
{
    private const int NamedDealers = 3;

    private bool May => scope.May(PlatformPermissions.OrganisationManage) && scope.SeesAllDealers;

    /// <param name="parentId">A brand for a new region, a region for a new sub-region.</param>
    /// <param name="code">Free among its siblings.</param>
    /// <param name="name">The name to show.</param>
    /// <param name="ct">Cancels before the change.</param>
    public async Task<Outcome> FoundAsync(Guid parentId, string code, string name, CancellationToken ct)
    {
        if (!May)
        {
            return Refusal.NotAllowed;
        }

        await using var db = await dbs.CreateDbContextAsync(ct);
        var refusal = await db.Brands.AnyAsync(b => b.Id == parentId, ct) ? await AddRegionAsync(db, parentId, code, name, ct)
            : await db.Regions.AnyAsync(r => r.Id == parentId && r.ClosedOn == null, ct) ? await AddSubRegionAsync(db, parentId, code, name, ct)
            : PlatformRefusals.UnknownNode;
        return refusal is null ? await desk.SaveAsync(db, ct) : refusal;
    }

    /// <param name="nodeId">A region or sub-region.</param>
    /// <param name="version">What the person read.</param>
    /// <param name="name">The new name; history shows it too.</param>
    /// <param name="ct">Cancels before the change.</param>
    public async Task<Outcome> RenameAsync(Guid nodeId, uint version, string name, CancellationToken ct)
    {
        if (!May)
        {
            return Refusal.NotAllowed;
        }

        await using var db = await dbs.CreateDbContextAsync(ct);
        Refusal? refusal;
        if (await db.Regions.SingleOrDefaultAsync(r => r.Id == nodeId, ct) is { } region)
        {
            db.Expect(region, version);
            refusal = region.Rename(name);
        }
        else if (await db.SubRegions.SingleOrDefaultAsync(s => s.Id == nodeId, ct) is { } subRegion)
        {
            db.Expect(subRegion, version);
            refusal = subRegion.Rename(name);
        }
        else
        {
            return Refusal.NotFound;
        }

        return refusal is null ? await desk.SaveAsync(db, ct) : refusal;
    }

    /// <summary>Closes an empty node, or opens a closed one again.</summary>
    public async Task<Outcome> CloseAsync(Guid nodeId, bool isClosed, CancellationToken ct)
    {
        if (!May)
        {
            return Refusal.NotAllowed;
        }

        var today = ShanghaiTime.DateOf(clock.GetUtcNow());
        await using var db = await dbs.CreateDbContextAsync(ct);
        var region = await db.Regions.SingleOrDefaultAsync(r => r.Id == nodeId, ct);
        var subRegion = region is null ? await db.SubRegions.SingleOrDefaultAsync(s => s.Id == nodeId, ct) : null;
        if (region is null && subRegion is null)
        {
            return Refusal.NotFound;
        }

        if (isClosed && await DealersInTheWayAsync(db, nodeId, today, ct) is { Count: > 0 } names)
        {
            return PlatformRefusals.NodeHasDealers(names.Count, string.Join(' ', names.Take(NamedDealers)));
        }

        (Action close, Action reopen) = region is null ? (() => subRegion!.Close(today), subRegion!.Reopen) : ((Action)(() => region.Close(today)), (Action)region.Reopen);
        (isClosed ? close : reopen)();
        return await desk.SaveAsync(db, ct);
    }

    // Whoever has left stands there for the history only.
    private static Task<List<string>> DealersInTheWayAsync(PlatformDb db, Guid nodeId, DateOnly today, CancellationToken ct)
        => db.Dealers
            .Where(d => (d.LeftOn == null || d.LeftOn > today)
                && d.Placements.Any(p => (p.RegionId == nodeId || p.SubRegionId == nodeId) && (p.UntilOn == null || p.UntilOn > today)))
            .OrderBy(d => d.Code)
            .Select(d => d.Name)
            .ToListAsync(ct);

    private async Task<Refusal?> AddRegionAsync(PlatformDb db, Guid brandId, string code, string name, CancellationToken ct)
    {
        var founded = Region.Found(Ids.New(clock), brandId, code, name);
        if (!founded.IsOk)
        {
            return founded.Refusal;
        }

        db.Regions.Add(founded.Value);
        return await db.Regions.AnyAsync(r => r.BrandId == brandId && r.Code == founded.Value.Code, ct) ? PlatformRefusals.CodeTaken : null;
    }

    private async Task<Refusal?> AddSubRegionAsync(PlatformDb db, Guid regionId, string code, string name, CancellationToken ct)
    {
        var founded = SubRegion.Found(Ids.New(clock), regionId, code, name);
        if (!founded.IsOk)
        {
            return founded.Refusal;
        }

        db.SubRegions.Add(founded.Value);
        return await db.SubRegions.AnyAsync(s => s.RegionId == regionId && s.Code == founded.Value.Code, ct) ? PlatformRefusals.CodeTaken : null;
    }
}
