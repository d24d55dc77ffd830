using AutoPortal.Kernel.Data;
using AutoPortal.Kernel.Outcomes;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Leads.Data;
using AutoPortal.Leads.Domain;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Leads.Rules;

/// <summary>Sets the tenant's cleaning rules from now on: a new version, with its reason; earlier ones stay.</summary>
internal sealed class SetCleaningRules(IDbContextFactory<LeadsDb> dbs, CurrentScope scope, TimeProvider clock)
{
    /// <param name="rules">All of them.</param>
    /// <param name="basedOn">The version that the person changed; 0 where there was none.</param>
    /// <param name="reason">Why.</param>
    /// <param name="ct">Cancels before the change.</param>
    public async Task<Outcome> RunAsync(CleaningRules rules, int basedOn, string? reason, CancellationToken ct)
    {
        if (!scope.May(LeadsPermissions.Rules))
        {
            return Refusal.NotAllowed;
        }

        if (string.IsNullOrWhiteSpace(reason))
        {
            return LeadRefusals.ReasonIsMissing;
        }

        if (reason.Length > LeadRefusals.LongestReason)
        {
            return LeadRefusals.ReasonTooLong;
        }

        if (rules.OutOfRange.Count > 0)
        {
            return LeadRefusals.RulesOutOfRange;
        }

        await using var db = await dbs.CreateDbContextAsync(ct);
        var latest = await db.CleaningRuleSets.AsNoTracking().OrderByDescending(r => r.Version).FirstOrDefaultAsync(ct);
        if ((latest?.Version ?? 0) != basedOn)
        {
            return LeadRefusals.RulesChangedMeanwhile;
        }

        if ((latest?.Rules ?? CleaningRules.Default) == rules)
        {
            return LeadRefusals.RulesAreTheSame;
        }

        db.Add(new CleaningRuleSet(basedOn + 1, rules, new(scope.UserId, LeadActor.Hq, clock.GetUtcNow(), WrittenText.Of(reason, LeadRefusals.LongestReason))));
        try
        {
            return await db.SaveAsync(ct);
        }
        catch (DbUpdateException fault) when (fault.IsUniqueViolation())
        {
            // The version is unique: of two people who saved at one instant, the second one hears it.
            return LeadRefusals.RulesChangedMeanwhile;
        }
    }
}
