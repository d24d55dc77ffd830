using AutoPortal.Leads.Allocate;
using AutoPortal.Leads.Data;
using AutoPortal.Leads.Domain;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Leads.Clocks;

/// <summary>Something to be said about a breach, with the lead as it was then.</summary>
internal sealed record ClockWord(DueStep Due, Guid LeadId, string NameMask, string PhoneMask, string Level, Guid? DealerId, Guid? RegionId, Guid? OwnerId);

/// <summary>What each broken limit does to its lead, within one transaction.</summary>
internal sealed class ClockRound(LeadsDb db, Market market, AllocationRun run, DateTimeOffset now)
{
    private readonly List<ClockWord> _said = [];

    public IReadOnlyList<ClockWord> Said => _said;

    /// <param name="lead">With its open plans.</param>
    /// <param name="known">Its breaches so far.</param>
    /// <param name="ct">Cancels.</param>
    public async Task LookAsync(Lead lead, IReadOnlyList<ClockBreach> known, CancellationToken ct)
    {
        var before = LeadTopics.Of(lead).ToList();
        var clocks = market.ClocksOf(lead.DealerId ?? Guid.Empty);
        var steps = ClockPlan.Of(lead, clocks, WasReassigned(lead, known));
        lead.LookAgain(steps.Where(s => s.At > now).Select(s => (DateTimeOffset?)s.At).FirstOrDefault());
        var broken = steps.Where(s => s.At <= now && !known.Any(b => b.Step == s.Step && b.Since == s.Since)).ToList();
        foreach (var due in broken)
        {
            db.Add(new ClockBreach(lead, due, now));
            if (await IsWorthAWordAsync(lead, due, ct))
            {
                _said.Add(new(due, lead.Id, lead.NameMask, lead.PhoneMask, lead.Level.ToString(), lead.DealerId, lead.RegionId, lead.OwnerId));
            }

            if (await MoveAsync(lead, due.Step, clocks, known, ct))
            {
                break;
            }
        }

        foreach (var topic in broken.Count == 0 ? [] : before.Union(LeadTopics.Of(lead)))
        {
            db.Announce(topic, lead.Id.ToString());
        }
    }

    /// <returns>Whether the lead stands elsewhere now, with clocks of its own.</returns>
    private async Task<bool> MoveAsync(Lead lead, ClockStep step, ServiceClocks clocks, IReadOnlyList<ClockBreach> known, CancellationToken ct)
    {
        switch (step)
        {
            case ClockStep.AcceptRecall:
                var tried = known.Where(b => b.Step is ClockStep.AcceptRecall && b.DealerId is not null).Select(b => b.DealerId!.Value).Append(lead.DealerId!.Value).ToList();
                Done(lead, lead.Recall(Act.OfTheHouse(now, "not_accepted")));
                var ofSamePerson = await db.Leads.Where(l => l.PhoneHash == lead.PhoneHash).OrderByDescending(l => l.Id).ToListAsync(ct);
                await run.ToDealerAsync(lead, ofSamePerson, Act.OfTheHouse(now), ct, tried);
                return true;
            case ClockStep.ContactReassign:
                run.ToAnotherAdvisor(lead, Act.OfTheHouse(now));
                return false;
            case ClockStep.ContactRecall:
                Done(lead, lead.Recall(Act.OfTheHouse(now, "no_first_contact")));
                return true;
            case ClockStep.VisitMissed:
                Done(lead, lead.MissVisit(clocks.CallAfterNoShowBy(now), Act.OfTheHouse(now, "no_show")));
                return true;
            default:
                return false;
        }
    }

    // One plan missed is the overdue list's; only a row of them is the managers'.
    private async Task<bool> IsWorthAWordAsync(Lead lead, DueStep due, CancellationToken ct)
    {
        if (due.Step is not ClockStep.PlanMissed)
        {
            return true;
        }

        var plans = await db.Set<FollowPlan>().AsNoTracking()
            .Where(p => p.LeadId == lead.Id && p.OwnerId == lead.OwnerId && p.DroppedAt == null && p.DueAt <= now)
            .OrderByDescending(p => p.DueAt).Take(market.Levels.MissesInARow).ToListAsync(ct);
        return plans.Count == market.Levels.MissesInARow && plans.TrueForAll(p => !p.IsDoneInTime);
    }

    private static bool WasReassigned(Lead lead, IReadOnlyList<ClockBreach> known)
        => known.Any(b => b.Step is ClockStep.ContactReassign && b.DealerId == lead.DealerId && b.OwnerId != lead.OwnerId && b.At >= lead.DispatchedAt);

    private static void Done(Lead lead, Kernel.Outcomes.Refusal? refusal)
    {
        if (refusal is not null)
        {
            throw new InvalidOperationException($"The clock of lead {lead.Id} in {lead.State} was refused: {refusal.Code}.");
        }
    }
}
