using AutoPortal.Activities.Data;
using AutoPortal.Activities.Domain;
using AutoPortal.Kernel.Data;
using AutoPortal.Pages.Contracts;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Activities.Move;

/// <summary>Starts scheduled activities and ends running ones when their time has come; pages and lists follow at once.</summary>
internal sealed class MoveActivitiesOn(IDbContextFactory<ActivitiesDb> dbs, TimeProvider clock)
{
    private const int BatchSize = 50;

    /// <returns>Whether more may be due.</returns>
    public async Task<bool> RunAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await using var db = await dbs.CreateDbContextAsync(ct);
        // Two nodes at once take different ones.
        var ids = await db.Sql().QueryAsync<Guid>(
            """
            select a.id from activities.activities a
            where {tenant:a} and ((a.state = 'scheduled' and a.sign_up_from <= @now) or (a.state = 'running' and a.sign_up_until <= @now and a.runs_until <= @now))
            order by a.id limit @most for update skip locked
            """,
            new { now, most = BatchSize }, ct);
        if (ids.Count == 0)
        {
            return false;
        }

        foreach (var activity in await db.Activities.Where(a => ids.Contains(a.Id)).ToListAsync(ct))
        {
            if (activity.MoveOn(now))
            {
                db.Announce(PublicPageWords.Topic, PublicPageWords.Of(PagePaths.Activity, activity.Slug));
            }
        }

        db.Announce(ActivityTopics.SignUps, "");
        if (await db.SaveAsync(ct) is { IsOk: false } outcome)
        {
            throw new InvalidOperationException($"{ids.Count} activities were not moved on: {outcome.Refusal.Code}.");
        }

        return ids.Count == BatchSize;
    }
}
