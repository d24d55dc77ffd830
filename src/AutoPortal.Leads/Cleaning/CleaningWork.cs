using AutoPortal.Kernel.Outcomes;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Leads.Data;
using AutoPortal.Leads.Domain;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Leads.Cleaning;

/// <summary>What every act of a clerk on one lead of the queue shares: permission, loading, the rule, saving.</summary>
internal sealed class CleaningWork(IDbContextFactory<LeadsDb> dbs, CurrentScope scope, TimeProvider clock)
{
    public async Task<Outcome> ActAsync(Guid leadId, string? reason, Func<LeadsDb, Lead, Act, Task<Refusal?>> rule, CancellationToken ct)
    {
        if (!scope.May(LeadsPermissions.Clean))
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

        if (lead.ErasedAt is not null)
        {
            return LeadRefusals.WasErased;
        }

        var act = new Act(scope.UserId, LeadActor.CleaningClerk, clock.GetUtcNow(), string.IsNullOrWhiteSpace(reason) ? null : reason.Trim());
        if (await rule(db, lead, act) is { } refusal)
        {
            return refusal;
        }

        db.Announce(LeadTopics.ListOf(lead), lead.Id.ToString());
        return await db.SaveAsync(ct);
    }
}
