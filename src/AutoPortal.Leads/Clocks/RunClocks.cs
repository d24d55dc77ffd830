using AutoPortal.Kernel.Data;
using AutoPortal.Leads.Allocate;
using AutoPortal.Leads.Data;
using AutoPortal.Leads.Domain;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Leads.Clocks;

/// <summary>Looks at leads whose clock has come, and acts on every limit of §4.8 that was broken: once, whichever node looks.</summary>
internal sealed class RunClocks(IDbContextFactory<LeadsDb> dbs, LeadAllocation allocation, ClockNotices notices, TimeProvider clock)
{
    private const int BatchSize = 100;

    /// <returns>Whether more leads may be due.</returns>
    public async Task<bool> RunAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (!await IsAnyDueAsync(now, ct))
        {
            return false;
        }

        var market = await allocation.MarketAsync(ct);
        await using var db = await dbs.CreateDbContextAsync(ct);
        db.IsHouseKeeping();
        // Before the rows: an intake holds the allocation while it changes leads, and waits for nobody who waits for it.
        var run = await allocation.BeginAsync(db, market, now, ct);
        var leads = await ClaimAsync(db, now, ct);
        var known = await KnownAsync(db, leads, ct);
        var round = new ClockRound(db, market, run, now);
        foreach (var lead in leads)
        {
            await round.LookAsync(lead, [.. known[lead.Id]], ct);
        }

        await run.ToAdvisorsAsync(now, ct);
        // The notices' keys make saying them twice harmless, so they may come before our own save.
        await notices.SendAsync(round.Said, ct);
        if (await db.SaveAsync(ct) is { IsOk: false } outcome)
        {
            throw new InvalidOperationException($"{leads.Count} clocks were not kept: {outcome.Refusal.Code}.");
        }

        return leads.Count == BatchSize;
    }

    private async Task<bool> IsAnyDueAsync(DateTimeOffset now, CancellationToken ct)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        return await db.Leads.AnyAsync(l => l.ClockAt <= now, ct);
    }

    private static async Task<List<Lead>> ClaimAsync(LeadsDb db, DateTimeOffset now, CancellationToken ct)
    {
        var ids = await db.Sql().QueryAsync<Guid>(
            "select l.id from leads.leads l where {tenant:l} and l.clock_at <= @now order by l.clock_at limit @most for update skip locked",
            new { now, most = BatchSize }, ct);
        return await db.Leads.Include(l => l.Plans.Where(p => p.DoneAt == null && p.DroppedAt == null)).Where(l => ids.Contains(l.Id)).OrderBy(l => l.ClockAt).ToListAsync(ct);
    }

    private static async Task<ILookup<Guid, ClockBreach>> KnownAsync(LeadsDb db, IReadOnlyList<Lead> leads, CancellationToken ct)
    {
        var ids = leads.Select(l => l.Id).ToList();
        return (await db.ClockBreaches.AsNoTracking().Where(b => ids.Contains(b.LeadId)).ToListAsync(ct)).ToLookup(b => b.LeadId);
    }
}
