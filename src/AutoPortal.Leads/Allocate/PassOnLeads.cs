using AutoPortal.Kernel.Messaging;
using AutoPortal.Leads.Data;
using AutoPortal.Leads.Domain;
using AutoPortal.Platform.Contracts;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Leads.Allocate;

/// <summary>Passes the open leads of a dealer that left the network to its successor, or back to HQ, batch by batch.</summary>
internal sealed class PassOnLeads(IDbContextFactory<LeadsDb> dbs, LeadAllocation allocation, TimeProvider clock) : IHandle<DealerLeft>
{
    /// <summary>Why, as the history says it.</summary>
    public const string Reason = "dealer_left";

    /// <summary>So many in one transaction: the tenant's allocation is held meanwhile.</summary>
    internal const int BatchLeads = 200;

    public async Task HandleAsync(IReadOnlyList<Delivery<DealerLeft>> batch, CancellationToken ct)
    {
        foreach (var delivery in batch)
        {
            // Each batch stands by itself: whatever stops it, the next try goes on with the leads that are still there.
            while (await PassOnAsync(delivery.Event, ct))
            {
            }
        }

        await using var db = await dbs.CreateDbContextAsync(ct);
        await db.TakeNewAsync(this, batch, ct);
        await db.SaveAsync(ct);
    }

    /// <returns>Whether there may be more.</returns>
    private async Task<bool> PassOnAsync(DealerLeft left, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var market = await allocation.MarketAsync(ct);
        var successor = left.SuccessorId is { } id && market.Dealer(id) is { IsActive: true } dealer ? dealer : null;
        await using var db = await dbs.CreateDbContextAsync(ct);
        var run = await allocation.BeginAsync(db, market, now, ct);
        var leads = await db.Leads
            .Include(l => l.Plans.Where(p => p.DoneAt == null && p.DroppedAt == null))
            .Where(l => l.DealerId == left.DealerId && LeadTransitions.Passable.Contains(l.State) && l.ErasedAt == null)
            .OrderBy(l => l.Id)
            .Take(BatchLeads)
            .ToListAsync(ct);
        if (leads.Count == 0)
        {
            return false;
        }

        var topics = leads.ToDictionary(l => l, l => LeadTopics.Of(l).ToList());
        var ofSamePerson = await OfSamePersonAsync(db, leads, ct);
        foreach (var lead in leads)
        {
            PassOn(run, lead, successor, ofSamePerson[lead.PhoneHash].ToList(), Act.OfTheHouse(now, Reason));
        }

        await run.ToAdvisorsAsync(now, ct);
        foreach (var (topic, leadId) in leads.SelectMany(l => topics[l].Union(LeadTopics.Of(l)).Select(t => (t, l.Id))))
        {
            db.Announce(topic, leadId.ToString());
        }

        if (await db.SaveAsync(ct) is { IsOk: false } outcome)
        {
            throw new InvalidOperationException($"{leads.Count} leads of dealer {left.DealerId} were not passed on: {outcome.Refusal.Code}.");
        }

        return leads.Count == BatchLeads;
    }

    private static void PassOn(AllocationRun run, Lead lead, DealerFacts? successor, List<Lead> ofSamePerson, Act act)
    {
        if (successor is not null)
        {
            run.ToSuccessor(lead, successor, ofSamePerson, act);
        }
        else if (lead.TakeBack(act) is { } refusal)
        {
            throw new InvalidOperationException($"Lead {lead.Id} in {lead.State} was not taken back: {refusal.Code}.");
        }
    }

    private static async Task<ILookup<string, Lead>> OfSamePersonAsync(LeadsDb db, List<Lead> leads, CancellationToken ct)
    {
        var hashes = leads.ConvertAll(l => l.PhoneHash);
        return (await db.Leads.Where(l => hashes.Contains(l.PhoneHash)).OrderByDescending(l => l.Id).ToListAsync(ct)).ToLookup(l => l.PhoneHash);
    }
}
