using AutoPortal.Kernel.Data;
using AutoPortal.Kernel.Outcomes;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Leads.Data;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Leads.Replay;

/// <summary>What a person says to a replay that was looked at: do it, stop, go on.</summary>
internal sealed class SteerReplay(IDbContextFactory<LeadsDb> dbs, CurrentScope scope, TimeProvider clock)
{
    /// <summary>Does what was looked at, or goes on with what was stopped.</summary>
    public async Task<Outcome> ApplyAsync(Guid replayId, CancellationToken ct)
    {
        if (!scope.May(LeadsPermissions.Rules) || !scope.SeesAllDealers)
        {
            return Refusal.NotAllowed;
        }

        await using var db = await dbs.CreateDbContextAsync(ct);
        if (await db.CleaningReplays.SingleOrDefaultAsync(r => r.Id == replayId, ct) is not { } replay)
        {
            return LeadRefusals.RowIsGone;
        }

        if (replay.Apply(await ReplayRules.VersionAsync(db, ct), clock.GetUtcNow()) is { } refusal)
        {
            return refusal;
        }

        db.Audit("replay_applied", "cleaning_replay", replay.Id, null, new { replay.RuleVersion, Changes = replay.Results.Sum(r => r.Count) });
        db.Announce(LeadTopics.Replays, replay.Id.ToString());
        try
        {
            return await db.SaveAsync(ct);
        }
        catch (DbUpdateException fault) when (fault.IsUniqueViolation())
        {
            return LeadRefusals.ReplayIsAtWork;
        }
    }

    /// <summary>Stops after the batch at work.</summary>
    public async Task<Outcome> StopAsync(Guid replayId, CancellationToken ct)
    {
        if (!scope.May(LeadsPermissions.Rules) || !scope.SeesAllDealers)
        {
            return Refusal.NotAllowed;
        }

        await using var db = await dbs.CreateDbContextAsync(ct);
        // By hand: the row is held while a batch is at work, and the wish must wait for it rather than be refused.
        var asked = await db.Sql().ExecuteAsync(
            "update leads.cleaning_replays r set is_stop_asked = true where {tenant:r} and r.id = @replayId and r.state in ('checking', 'applying')", new { replayId }, ct);
        if (asked == 0)
        {
            return LeadRefusals.ReplayNotNow;
        }

        db.Audit("replay_stop_asked", "cleaning_replay", replayId, null, null);
        db.Announce(LeadTopics.Replays, replayId.ToString());
        return await db.SaveAsync(ct);
    }
}
