using AutoPortal.Kernel.Data;
using AutoPortal.Pages.Data;
using AutoPortal.Pages.Domain;
using AutoPortal.Platform.Contracts;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Pages.Masters.Copies;

/// <summary>Makes the copies that were ordered, a batch at a time.</summary>
internal sealed class MakeCopies(IDbContextFactory<PagesDb> dbs, IOrganisation organisation, TimeProvider clock)
{
    private const int BatchSize = 25;

    /// <returns>Whether more may wait.</returns>
    public async Task<bool> RunAsync(CancellationToken ct)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        // One order at a time; its row waits with the batch, so that calling it off falls between two batches.
        if (await db.Sql().FirstOrDefaultAsync<Guid?>("select o.id from pages.copy_orders o where {tenant:o} and o.state = 'running' order by o.id limit 1 for update of o skip locked", null, ct) is not { } orderId)
        {
            return false;
        }

        var order = await db.CopyOrders.SingleAsync(o => o.Id == orderId, ct);
        var lines = await db.CopyLines.Where(l => l.OrderId == orderId && l.State == CopyLineState.Waiting).OrderBy(l => l.Id).Take(BatchSize).ToListAsync(ct);
        await MakeAsync(db, order, lines, ct);
        if (lines.Count < BatchSize)
        {
            order.Finish(clock.GetUtcNow());
        }

        db.Announce(PageTopics.Copies, order.MasterId.ToString());
        try
        {
            if (await db.SaveAsync(ct) is { IsOk: false } outcome)
            {
                throw new InvalidOperationException($"{lines.Count} copies of {order.MasterId} were not made: {outcome.Refusal.Code}.");
            }
        }
        catch (DbUpdateException fault) when (fault.IsUniqueViolation())
        {
            // A dealer took the offer itself, or somebody took an address, at this very moment: the next start sees it.
            return false;
        }

        return true;
    }

    private async Task MakeAsync(PagesDb db, CopyOrder order, List<CopyLine> lines, CancellationToken ct)
    {
        var master = await db.Pages.AsNoTracking().SingleAsync(p => p.Id == order.MasterId, ct);
        if (!master.IsMaster || master.LiveVersion is not { } number)
        {
            lines.ForEach(l => l.Refuse(PageRefusals.IsNoMaster.Code));
            return;
        }

        var version = await db.PageVersions.AsNoTracking().SingleAsync(v => v.PageId == master.Id && v.Number == number, ct);
        var dealers = (await organisation.TreeAsync(ct)).Dealers.ToDictionary(d => d.Id);
        var wanted = lines.ConvertAll(l => l.DealerId!.Value);
        var there = (await db.Pages.Where(p => p.MasterId == master.Id && wanted.Contains(p.DealerId!.Value)).Select(p => p.DealerId!.Value).ToListAsync(ct)).ToHashSet();
        var slugs = wanted.Where(dealers.ContainsKey).Select(d => NewCopy.SlugOf(master, dealers[d])).ToList();
        var taken = (await db.Pages.Where(p => p.PathKind == master.PathKind && slugs.Contains(p.Slug)).Select(p => p.Slug).ToListAsync(ct)).ToHashSet(StringComparer.Ordinal);
        foreach (var line in lines)
        {
            Make(db, line, there, dealers.GetValueOrDefault(line.DealerId!.Value), (master, version), taken);
        }
    }

    private void Make(PagesDb db, CopyLine line, HashSet<Guid> there, DealerFacts? dealer, (Page Master, PageVersion Version) from, HashSet<string> taken)
    {
        if (there.Contains(line.DealerId!.Value))
        {
            line.PassedOver();
        }
        else if (dealer is not { IsActive: true })
        {
            line.Refuse(PageRefusals.DealerIsMissing.Code);
        }
        else if (!taken.Add(NewCopy.SlugOf(from.Master, dealer)))
        {
            line.Refuse(PageRefusals.SlugIsTaken.Code);
        }
        else
        {
            var copy = NewCopy.Of(from.Master, from.Version, dealer, clock.GetUtcNow());
            if (copy.IsOk)
            {
                db.Pages.Add(copy.Value);
                line.Made();
            }
            else
            {
                line.Refuse(copy.Refusal.Code);
            }
        }
    }
}
