using AutoPortal.Kernel.Outcomes;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Leads.Allocate;
using AutoPortal.Leads.Data;
using AutoPortal.Leads.Domain;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Leads.Work;

/// <summary>What every act of a person on one lead shares: permission, loading, the rule, telling open screens, saving.</summary>
internal sealed class LeadDesk(IDbContextFactory<LeadsDb> dbs, CurrentScope scope, TimeProvider clock)
{
    /// <param name="permission">What the person must be allowed.</param>
    /// <param name="leadId">A lead in the person's reach; another's does not exist here.</param>
    /// <param name="reason">Why, or null.</param>
    /// <param name="rule">The lead's own method, and what is told to others.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<Outcome> ActAsync(string permission, Guid leadId, string? reason, Func<LeadsDb, Lead, Act, Task<Refusal?>> rule, CancellationToken ct)
    {
        if (!scope.May(permission))
        {
            return Refusal.NotAllowed;
        }

        if (reason?.Length > LeadRefusals.LongestReason)
        {
            return LeadRefusals.ReasonTooLong;
        }

        await using var db = await dbs.CreateDbContextAsync(ct);
        if (await db.FindForWorkAsync(leadId, ct) is not { } lead)
        {
            return LeadRefusals.NotFound;
        }

        // Whoever loses the lead by this act sees it go.
        var topics = LeadTopics.Of(lead).ToList();
        if (await rule(db, lead, scope.ActOn(lead, clock, reason)) is { } refusal)
        {
            return refusal;
        }

        foreach (var topic in topics.Union(LeadTopics.Of(lead)))
        {
            db.Announce(topic, lead.Id.ToString());
        }

        return await db.SaveAsync(ct);
    }

    /// <inheritdoc cref="ActAsync(string, Guid, string?, Func{LeadsDb, Lead, Act, Task{Refusal?}}, CancellationToken)"/>
    public Task<Outcome> ActAsync(string permission, Guid leadId, string? reason, Func<LeadsDb, Lead, Act, Refusal?> rule, CancellationToken ct)
        => ActAsync(permission, leadId, reason, (db, lead, act) => Task.FromResult(rule(db, lead, act)), ct);
}
