using AutoPortal.Kernel.Data;
using AutoPortal.Kernel.Outcomes;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Pages.Data;
using AutoPortal.Pages.Masters.Copies;
using AutoPortal.Platform.Contracts;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Pages.Masters;

/// <summary>Gives a dealer a copy of a master's public version to adapt; asked for again, it answers with the copy that is there.</summary>
internal sealed class AdaptMaster(IDbContextFactory<PagesDb> dbs, IOrganisation organisation, CurrentScope scope, TimeProvider clock)
{
    public async Task<Outcome<Guid>> RunAsync(Guid masterId, Guid dealerId, CancellationToken ct)
    {
        if (!scope.May(PagesPermissions.Edit) || (!scope.SeesAllDealers && !scope.DealerIds.Contains(dealerId)))
        {
            return Refusal.NotAllowed;
        }

        if ((await organisation.TreeAsync(ct)).Dealers.FirstOrDefault(d => d.Id == dealerId) is not { } dealer)
        {
            return PageRefusals.DealerIsMissing;
        }

        await using var db = await dbs.CreateDbContextAsync(ct);
        // A master is HQ's and thus out of a dealer's reach, but it is offered to all of them.
        if (await db.Pages.IgnoreQueryFilters([ModuleDb.ReachFilter]).AsNoTracking().SingleOrDefaultAsync(p => p.Id == masterId && p.IsMaster, ct) is not { LiveVersion: { } number } master)
        {
            return PageRefusals.IsNoMaster;
        }

        if (await db.Pages.Where(p => p.MasterId == masterId && p.DealerId == dealerId).Select(p => (Guid?)p.Id).SingleOrDefaultAsync(ct) is { } there)
        {
            return there;
        }

        var version = await db.PageVersions.AsNoTracking().SingleAsync(v => v.PageId == masterId && v.Number == number, ct);
        var copy = NewCopy.Of(master, version, dealer, clock.GetUtcNow());
        if (!copy.IsOk)
        {
            return copy.Refusal;
        }

        db.Pages.Add(copy.Value);
        try
        {
            var saved = await db.SaveAsync(ct);
            return saved.IsOk ? copy.Value.Id : saved.Refusal;
        }
        catch (DbUpdateException fault) when (fault.IsUniqueViolation())
        {
            return PageRefusals.SlugIsTaken;
        }
    }
}
