using AutoPortal.Activities.Contracts;
using AutoPortal.Leads.Data;
using AutoPortal.Leads.Domain;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Leads.Card;

/// <summary>Tells the board of an activity what became of its people.</summary>
internal sealed class ActivityLeads(IDbContextFactory<LeadsDb> dbs) : IActivityLeads
{
    public async Task<ActivityLeadFigures> OfActivityAsync(Guid activityId, CancellationToken ct)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        var fed = db.Leads.Where(l => l.Touches.Any(t => t.ActivityId == activityId));
        return new(
            await fed.CountAsync(ct),
            await fed.CountAsync(l => l.State != LeadState.Invalid && l.State != LeadState.Merged, ct),
            await ReachedAsync(fed, activityId, LeadState.Arrived, ct),
            await ReachedAsync(fed, activityId, LeadState.TestDriven, ct),
            await ReachedAsync(fed, activityId, LeadState.Ordered, ct));
    }

    // Ever, not now: an order that was lost again was an order. Before the contact it was not the activity's doing.
    private static Task<int> ReachedAsync(IQueryable<Lead> fed, Guid activityId, LeadState state, CancellationToken ct)
        => fed.CountAsync(l => l.Moves.Any(m => m.To == state && l.Touches.Any(t => t.ActivityId == activityId && t.At <= m.At)), ct);
}
