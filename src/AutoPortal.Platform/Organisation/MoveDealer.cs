using AutoPortal.Kernel;
using AutoPortal.Kernel.Outcomes;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Kernel.Time;
using AutoPortal.Platform.Data;
using AutoPortal.Platform.Directories;
using AutoPortal.Platform.Scopes;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Platform.Organisation;

/// <summary>Moves a dealer to another region or sub-region from a day on. History stays where it was; access follows the tree of the day.</summary>
internal sealed class MoveDealer(IDbContextFactory<PlatformDb> dbs, OrganisationMemory memory, ScopeResolver scopes, CurrentUser user, TimeProvider clock)
{
    /// <param name="dealerId">The dealer.</param>
    /// <param name="nodeId">A sub-region, or a region to hang directly under.</param>
    /// <param name="fromOn">First day, today or later.</param>
    /// <param name="ct">Cancels before the change.</param>
    public async Task<Outcome> RunAsync(Guid dealerId, Guid nodeId, DateOnly fromOn, CancellationToken ct)
    {
        if (!user.May(PlatformPermissions.OrganisationManage))
        {
            return Refusal.NotAllowed;
        }

        await using var db = await dbs.CreateDbContextAsync(ct);
        if (await db.Dealers.Include(d => d.Placements).SingleOrDefaultAsync(d => d.Id == dealerId, ct) is not { } dealer)
        {
            return Refusal.NotFound;
        }

        var subRegion = await db.SubRegions.SingleOrDefaultAsync(s => s.Id == nodeId, ct);
        if (await db.Regions.SingleOrDefaultAsync(r => r.Id == (subRegion == null ? nodeId : subRegion.RegionId), ct) is not { } region || region.BrandId != dealer.BrandId)
        {
            return PlatformRefusals.UnknownNode;
        }

        if (dealer.Place(Ids.New(clock), region.Id, subRegion?.Id, fromOn, ShanghaiTime.DateOf(clock.GetUtcNow())) is { } refusal)
        {
            return refusal;
        }

        db.Announce(PlatformTopics.Organisation, "");
        var outcome = await db.SaveAsync(ct);
        memory.Forget(db.Scope.TenantId);
        scopes.Forget();
        return outcome;
    }
}
