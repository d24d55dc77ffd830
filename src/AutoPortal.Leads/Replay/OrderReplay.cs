using AutoPortal.Kernel.Data;
using AutoPortal.Kernel.Outcomes;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Leads.Data;
using AutoPortal.Leads.Domain;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Leads.Replay;

/// <summary>Has the house look what the rules that hold now would make of leads that came before.</summary>
internal sealed class OrderReplay(IDbContextFactory<LeadsDb> dbs, CurrentScope scope, TimeProvider clock)
{
    /// <returns>The replay, which a job works on.</returns>
    public async Task<Outcome<Guid>> RunAsync(ReplayScope wanted, CancellationToken ct)
    {
        if (!scope.May(LeadsPermissions.Rules) || !scope.SeesAllDealers)
        {
            return Refusal.NotAllowed;
        }

        if (wanted.Check() is { } refusal)
        {
            return refusal;
        }

        await using var db = await dbs.CreateDbContextAsync(ct);
        var replay = new CleaningReplay(wanted, await ReplayRules.VersionAsync(db, ct), new(scope.UserId, LeadActor.Hq, clock.GetUtcNow()));
        db.Add(replay);
        db.Audit("replay_ordered", "cleaning_replay", replay.Id, null, new { wanted.What, wanted.CreatedFrom, wanted.CreatedUntil, wanted.ImportRunId, wanted.Source, replay.RuleVersion });
        db.Announce(LeadTopics.Replays, replay.Id.ToString());
        try
        {
            var saved = await db.SaveAsync(ct);
            return saved.IsOk ? replay.Id : saved.Refusal;
        }
        catch (DbUpdateException fault) when (fault.IsUniqueViolation())
        {
            return LeadRefusals.ReplayIsAtWork;
        }
    }
}

internal static class ReplayRules
{
    /// <summary>The version of the rules that hold; 0 where nobody has set any.</summary>
    public static async Task<int> VersionAsync(LeadsDb db, CancellationToken ct)
        => await db.CleaningRuleSets.MaxAsync(r => (int?)r.Version, ct) ?? 0;
}
