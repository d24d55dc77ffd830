using AutoPortal.Kernel.Data;
using AutoPortal.Leads.Allocate;
using AutoPortal.Leads.Cleaning;
using AutoPortal.Leads.Data;
using AutoPortal.Leads.Domain;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Leads.Replay;

/// <summary>Works on the tenant's replay, a batch at each call: leads and cursor are saved together, and the row is held meanwhile, so that whatever node goes on begins where the last one ended.</summary>
internal sealed class RunReplay(IDbContextFactory<LeadsDb> dbs, Recleaning recleaning, LeadAllocation allocation, TimeProvider clock)
{
    private const int BatchSize = 200;

    /// <returns>Whether there is more to do.</returns>
    public async Task<bool> RunAsync(CancellationToken ct)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        if (await ClaimAsync(db, ct) is not { } replay)
        {
            return false;
        }

        try
        {
            await StepAsync(db, replay, ct);
        }
        catch (Exception fault) when (fault is InvalidOperationException or DbUpdateException)
        {
            await db.DisposeAsync();
            await StumbleAsync(replay.Id, ct);
            throw;
        }

        // Somebody worked on one of the batch's leads at that moment: the batch as a whole is tried again.
        return !(await db.SaveAsync(ct)).IsOk || replay.IsAtWork;
    }

    private async Task StepAsync(LeadsDb db, CleaningReplay replay, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        db.Announce(LeadTopics.Replays, replay.Id.ToString());
        if (replay.IsStopAsked)
        {
            replay.Finish(now);
            return;
        }

        if (replay.Cursor is null)
        {
            replay.Counted(await ReplayLeads.Of(db, replay).CountAsync(ct));
        }

        var leads = await ReplayLeads.After(db, replay).Take(BatchSize).ToListAsync(ct);
        if (leads.Count == 0)
        {
            replay.Finish(now);
            return;
        }

        var free = leads.Where(l => l.IsForTheRules).ToList();
        var changes = await ChangesAsync(db, replay, free, now, ct);
        replay.Took(new(leads[^1].Id, leads.Count, leads.Count - free.Count, [.. changes.Select(c => new ReplaySample(c.LeadId, c.Before, c.After, c.Reasons))]));
    }

    private async Task<IReadOnlyList<CleanedAgain>> ChangesAsync(LeadsDb db, CleaningReplay replay, List<Lead> leads, DateTimeOffset now, CancellationToken ct)
    {
        var looked = await recleaning.LookAsync(db, leads, await allocation.MarketAsync(ct), now, ct);
        var changed = looked.Where(l => l.IsChanged).ToDictionary(l => l.LeadId);
        return replay.State is ReplayState.Checking || changed.Count == 0
            ? [.. changed.Values]
            : [.. (await recleaning.RunAsync(db, leads.FindAll(l => changed.ContainsKey(l.Id)), Act.OfTheHouse(now, "replayed"), ct)).Where(l => l.IsChanged)];
    }

    private static async Task<CleaningReplay?> ClaimAsync(LeadsDb db, CancellationToken ct)
    {
        var id = await db.Sql().FirstOrDefaultAsync<Guid?>(
            "select r.id from leads.cleaning_replays r where {tenant:r} and r.state in ('checking', 'applying') order by r.id limit 1 for update skip locked", null, ct);
        return id is { } found ? await db.CleaningReplays.SingleAsync(r => r.Id == found, ct) : null;
    }

    private async Task StumbleAsync(Guid replayId, CancellationToken ct)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        if (await db.CleaningReplays.SingleOrDefaultAsync(r => r.Id == replayId, ct) is { IsAtWork: true } replay)
        {
            replay.Stumble(clock.GetUtcNow());
            db.Announce(LeadTopics.Replays, replayId.ToString());
            await db.SaveAsync(ct);
        }
    }
}
