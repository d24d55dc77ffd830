using AutoPortal.Kernel.Scopes;
using AutoPortal.Kernel.Time;
using AutoPortal.Leads.Allocate;
using AutoPortal.Leads.Data;
using AutoPortal.Leads.Domain;
using AutoPortal.Leads.Work;
using AutoPortal.Platform.Contracts;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Leads.Card;

/// <summary>One lead with what can be done about it, and how it came here.</summary>
internal sealed class LeadCardQueries(IDbContextFactory<LeadsDb> dbs, CurrentScope scope, LeadAllocation allocation, IPeopleDirectory people, TimeProvider clock)
{
    /// <returns>Null where there is no such lead in reach.</returns>
    public async Task<LeadCard?> FindAsync(Guid leadId, CancellationToken ct)
    {
        if (!scope.May(LeadsPermissions.Read))
        {
            return null;
        }

        await using var db = await dbs.CreateDbContextAsync(ct);
        var lead = await db.Leads.AsNoTracking().Include(l => l.Allocations).SingleOrDefaultAsync(l => l.Id == leadId, ct);
        if (lead is null)
        {
            return null;
        }

        var market = await allocation.MarketAsync(ct);
        var names = await people.NamesAsync(lead.OwnerId is { } owner ? [owner] : [], ct);
        var now = clock.GetUtcNow();
        var part = scope.PartOn(lead);
        return new(
            lead.Id,
            lead.BrandId,
            lead.CustomerId,
            scope.Reach is Reach.Dealer or Reach.Own ? lead.Name : lead.NameMask,
            lead.PhoneMask,
            lead.State.Word(),
            lead.StateSince,
            lead.Level.ToString(),
            StoredWord<HeatBand>.Of(lead.Heat),
            lead.HeatScore,
            lead.SeriesCode,
            lead.Window?.Word(),
            lead.HasBudget,
            lead.Province,
            lead.City,
            lead.District,
            lead.FirstSource,
            lead.LastSource,
            lead.LastActivityTitle,
            lead.EnquiryCount,
            lead.Flags,
            lead.InvalidReason,
            lead.DealerId,
            lead.DealerId is { } dealer ? market.Dealer(dealer)?.Name : null,
            lead.OwnerId,
            lead.OwnerId is { } id ? names.GetValueOrDefault(id) : null,
            lead.CreatedAt,
            lead.AssignedAt,
            lead.FirstContactAt,
            lead.LastFollowUpAt,
            lead.DueAt,
            lead.IsOverdue(now),
            lead.VisitPlannedAt,
            lead.LostReasonL1 is { } l1 && lead.LostReasonL2 is { } l2 ? new(l1, l2) : null,
            lead.LostEvidence,
            lead.TraceId,
            lead.ErasedAt is null ? [.. LeadTransitions.For(lead.State, part).Select(StoredWord<LeadTrigger>.Of)] : [],
            CanFollowUp(lead, part),
            lead.ErasedAt is null && (lead.OwnerId == scope.UserId || scope.May(LeadsPermissions.Reveal)),
            Levels(market.SchemeOf(lead.BrandId), lead, now),
            lead.CleaningSteps,
            View(lead, AllocationStep.ToDealer),
            View(lead, AllocationStep.ToAdvisor));
    }

    /// <summary>The history, newest first; empty where there is no such lead in reach.</summary>
    public async Task<IReadOnlyList<HistoryLine>> HistoryAsync(Guid leadId, CancellationToken ct)
    {
        if (!scope.May(LeadsPermissions.Read))
        {
            return [];
        }

        await using var db = await dbs.CreateDbContextAsync(ct);
        // The moves and the rest carry no reach of their own: they are found through the lead, which does.
        var lead = await db.Leads.AsNoTracking()
            .Include(l => l.Moves).Include(l => l.Touches).Include(l => l.FollowUps).Include(l => l.LevelChanges).Include(l => l.Allocations)
            .AsSplitQuery()
            .SingleOrDefaultAsync(l => l.Id == leadId, ct);
        if (lead is null)
        {
            return [];
        }

        List<HistoryLine> lines =
        [
            .. lead.Moves.Select(m => new HistoryLine("move", m.At, m.Number, StoredWord<LeadTrigger>.Of(m.Trigger), m.From?.Word(), m.To.Word(), m.Reason, m.By, null)),
            .. lead.Touches.Select(t => new HistoryLine("touch", t.At, 0, t.Source, null, null, t.ActivityTitle, null, null)),
            .. lead.FollowUps.Select(f => new HistoryLine("follow_up", f.At, 0, StoredWord<ContactResult>.Of(f.Result), null, StoredWord<ContactChannel>.Of(f.Channel), f.Note, f.By, null)),
            .. lead.LevelChanges.Select(c => new HistoryLine("level", c.At, 0, c.To.ToString(), c.From.ToString(), c.To.ToString(), c.Reason, c.By, null)),
            .. lead.Allocations.Select(a => new HistoryLine("allocation", a.At, 0, StoredWord<AllocationRule>.Of(a.Rule), null, null, a.Candidates.FirstOrDefault(c => c.Id == a.ChosenId)?.Name, a.By, null)),
        ];
        var names = await people.NamesAsync([.. lines.Select(l => l.By).OfType<Guid>().Distinct()], ct);
        return
        [
            .. lines
                .Select(l => l with { ByName = l.By is { } by ? names.GetValueOrDefault(by) : null })
                .OrderByDescending(l => l.At).ThenByDescending(l => l.Number),
        ];
    }

    private bool CanFollowUp(Lead lead, LeadActor part)
        => lead.ErasedAt is null && scope.May(LeadsPermissions.Work) && part is not LeadActor.None && lead.State.TakesFollowUps()
            && (lead.State is not LeadState.Assigned || part is LeadActor.Advisor);

    private static List<LevelDays> Levels(LevelScheme scheme, Lead lead, DateTimeOffset now)
    {
        var today = ShanghaiTime.DateOf(now);
        return new[] { LeadLevel.H, LeadLevel.A, LeadLevel.B, LeadLevel.C, lead.Level }.Distinct().Select(level =>
        {
            var range = scheme.ContactFor(level);
            return new LevelDays(level.ToString(), today.AddDays(range.FromDays), today.AddDays(range.ToDays), scheme.DefaultNextContact(level, now));
        }).ToList();
    }

    private static AllocationView? View(Lead lead, AllocationStep step)
        => lead.Allocations.Where(a => a.Step == step).OrderByDescending(a => a.At).ThenByDescending(a => a.Id)
            .Select(a => new AllocationView(StoredWord<AllocationRule>.Of(a.Rule), a.ChosenId, a.Candidates, a.SkippedElsewhere, a.At)).FirstOrDefault();
}
