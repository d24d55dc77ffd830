using AutoPortal.Leads.Data;
using AutoPortal.Leads.Domain;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Leads.Replay;

/// <summary>The leads of a replay: within its scope, still with HQ, and decided on by nobody but the rules.</summary>
internal static class ReplayLeads
{
    public static IQueryable<Lead> Of(LeadsDb db, CleaningReplay replay)
    {
        var (invalid, nurturing, cleaned) = (Means(replay, ReplayScope.Invalid), Means(replay, ReplayScope.Nurturing), Means(replay, ReplayScope.Cleaned));
        var (review, risk) = (Means(replay, ReplayScope.NeedsReview), Means(replay, ReplayScope.RiskPhone));
        // What comes while the replay runs was judged by the rules that hold.
        var until = replay.CreatedUntil < replay.OrderedAt ? replay.CreatedUntil : replay.OrderedAt;
        var leads = db.Leads.Where(l => l.ErasedAt == null && l.DealerId == null && l.LastFollowUpAt == null && l.CreatedAt <= until)
            .Where(l => l.State == LeadState.Invalid || l.State == LeadState.Nurturing || l.State == LeadState.Cleaned)
            .Where(l => (invalid && l.State == LeadState.Invalid) || (nurturing && l.State == LeadState.Nurturing) || (cleaned && l.State == LeadState.Cleaned)
                || (review && l.Queue == CleaningQueue.NeedsReview) || (risk && l.Queue == CleaningQueue.RiskPhone))
            .Where(l => !l.Moves.Any(m => m.By != null && m.As != LeadActor.CleaningClerk));
        leads = replay.CreatedFrom is { } from ? leads.Where(l => l.CreatedAt >= from) : leads;
        leads = replay.ImportRunId is { } run ? leads.Where(l => l.ImportRunId == run) : leads;
        return replay.Source is { } source ? leads.Where(l => l.FirstSource == source || l.FirstSource.StartsWith(source + ".")) : leads;
    }

    /// <summary>Those that were not looked at yet, in their order.</summary>
    public static IOrderedQueryable<Lead> After(LeadsDb db, CleaningReplay replay)
        => (replay.Cursor is { } cursor ? Of(db, replay).Where(l => l.Id.CompareTo(cursor) > 0) : Of(db, replay)).OrderBy(l => l.Id);

    private static bool Means(CleaningReplay replay, string kind) => replay.What.Contains(kind);
}
