using AutoPortal.Leads.Allocate;
using AutoPortal.Leads.Data;
using AutoPortal.Leads.Domain;
using AutoPortal.Kernel.Data;
using AutoPortal.Platform.Contracts;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Leads.Assign;

/// <summary>Gives leads that wait at a dealer to whoever came on duty, or got room, by the rule of every other lead.</summary>
internal sealed class AssignWaitingLeads(IDbContextFactory<LeadsDb> dbs, LeadAllocation allocation, IAdvisorRoster roster, TimeProvider clock)
{
    private const int BatchSize = 100;

    /// <returns>Whether more may be given.</returns>
    public async Task<bool> RunAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var dealers = await OpenDealersAsync(now, ct);
        if (dealers.Count == 0)
        {
            return false;
        }

        var market = await allocation.MarketAsync(ct);
        await using var db = await dbs.CreateDbContextAsync(ct);
        db.IsHouseKeeping();
        var run = await allocation.BeginAsync(db, market, now, ct);
        var leads = await ClaimAsync(db, [.. dealers.Where(d => market.Dealer(d) is not null)], ct);
        var hashes = leads.Select(l => l.PhoneHash).Distinct().ToList();
        var people = (await db.Leads.Where(l => hashes.Contains(l.PhoneHash)).OrderByDescending(l => l.Id).ToListAsync(ct)).ToLookup(l => l.PhoneHash);
        foreach (var lead in leads)
        {
            run.TakeUp(lead, [.. people[lead.PhoneHash]], Act.OfTheHouse(now));
        }

        await run.ToAdvisorsAsync(now, ct);
        var given = leads.Where(l => l.OwnerId is not null).ToList();
        foreach (var (topic, lead) in given.SelectMany(LeadTopics.Of, (lead, topic) => (topic, lead)).DistinctBy(t => t.topic))
        {
            db.Announce(topic, lead.Id.ToString());
        }

        if (await db.SaveAsync(ct) is { IsOk: false } outcome)
        {
            throw new InvalidOperationException($"{given.Count} waiting leads were not given: {outcome.Refusal.Code}.");
        }

        // Where nobody has room any more, asking again at once would find the same.
        return leads.Count == BatchSize && given.Count == BatchSize;
    }

    private async Task<IReadOnlyList<Guid>> OpenDealersAsync(DateTimeOffset now, CancellationToken ct)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        var waiting = await db.Leads.Where(l => l.State == LeadState.Dispatched && l.DealerId != null).Select(l => l.DealerId!.Value).Distinct().ToListAsync(ct);
        return waiting.Count == 0 ? [] : [.. (await roster.OnDutyAsync(waiting, now, ct)).Where(a => a.IsOnDuty).Select(a => a.DealerId).Distinct()];
    }

    private static async Task<List<Lead>> ClaimAsync(LeadsDb db, Guid[] dealers, CancellationToken ct)
    {
        var ids = await db.Sql().QueryAsync<Guid>(
            "select l.id from leads.leads l where {tenant:l} and l.state = 'dispatched' and l.dealer_id = any(@dealers) and l.erased_at is null order by l.dispatched_at, l.id limit @most for update skip locked",
            new { dealers, most = BatchSize }, ct);
        return await db.Leads.Where(l => ids.Contains(l.Id)).OrderBy(l => l.DispatchedAt).ThenBy(l => l.Id).ToListAsync(ct);
    }
}
