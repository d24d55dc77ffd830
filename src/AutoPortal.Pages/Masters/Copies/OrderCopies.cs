using AutoPortal.Kernel;
using AutoPortal.Kernel.Data;
using AutoPortal.Kernel.Outcomes;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Pages.Data;
using AutoPortal.Pages.Domain;
using AutoPortal.Platform.Contracts;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Pages.Masters.Copies;

/// <summary>Orders copies of a master for the chosen dealers; those that have one are passed over.</summary>
internal sealed class OrderCopies(IDbContextFactory<PagesDb> dbs, IOrganisation organisation, CurrentScope scope, TimeProvider clock)
{
    public async Task<Outcome<Guid>> RunAsync(Guid masterId, CopyChoice choice, CancellationToken ct)
    {
        if (!scope.MayOfferMasters())
        {
            return Refusal.NotAllowed;
        }

        var dealers = choice.Of(await organisation.TreeAsync(ct));
        if (dealers.Count == 0)
        {
            return PageRefusals.NoDealerChosen;
        }

        await using var db = await dbs.CreateDbContextAsync(ct);
        if (await db.Pages.AsNoTracking().SingleOrDefaultAsync(p => p.Id == masterId, ct) is not { } master)
        {
            return Refusal.NotFound;
        }

        if (!master.IsMaster || master.LiveVersion is null)
        {
            return PageRefusals.IsNoMaster;
        }

        var there = (await db.Pages.Where(p => p.MasterId == masterId).Select(p => p.DealerId!.Value).ToListAsync(ct)).ToHashSet();
        return dealers.All(d => there.Contains(d.Id)) ? PageRefusals.AllHaveCopies : await SaveAsync(db, masterId, dealers, there, ct);
    }

    private async Task<Outcome<Guid>> SaveAsync(PagesDb db, Guid masterId, IReadOnlyList<DealerFacts> dealers, HashSet<Guid> there, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var order = new CopyOrder(Ids.New(now), masterId, scope.UserId, now);
        db.CopyOrders.Add(order);
        db.CopyLines.AddRange(dealers.Select(d => new CopyLine(Ids.New(now), order.Id, d.Id, there.Contains(d.Id) ? CopyLineState.PassedOver : CopyLineState.Waiting)));
        db.Announce(PageTopics.Copies, masterId.ToString());
        try
        {
            var saved = await db.SaveAsync(ct);
            return saved.IsOk ? order.Id : saved.Refusal;
        }
        catch (DbUpdateException fault) when (fault.IsUniqueViolation())
        {
            return PageRefusals.CopiesAreBeingMade;
        }
    }
}
