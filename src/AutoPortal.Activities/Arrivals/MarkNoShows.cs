using AutoPortal.Activities.Data;
using AutoPortal.Activities.Domain;
using AutoPortal.Activities.Kinds;
using AutoPortal.Activities.Places;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Activities.Arrivals;

/// <summary>Whoever had a place and did not come is a no-show once the session is over; where there are no sessions, once the activity's run is.</summary>
internal sealed class MarkNoShows(IDbContextFactory<ActivitiesDb> dbs, KindCatalog kinds, TimeProvider clock)
{
    private const int BatchSize = 200;

    /// <summary>People still stand in line at the door when the session ends.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromMinutes(30);

    // What ended before anybody looked stays as it is: a year later nobody knows who came.
    private static readonly TimeSpan LooksBack = TimeSpan.FromDays(7);

    /// <returns>Whether more may be due.</returns>
    public async Task<bool> RunAsync(CancellationToken ct)
    {
        var (until, from) = (clock.GetUtcNow() - Grace, clock.GetUtcNow() - Grace - LooksBack);
        string[] visited = [.. kinds.All.Where(k => k.IsVisited).Select(k => k.Code)];
        await using var db = await dbs.CreateDbContextAsync(ct);
        var missing = db.SignUps.Where(s => s.State == SignUpState.Confirmed
            && db.Activities.Any(a => a.Id == s.ActivityId && a.State != ActivityState.Cancelled && visited.Contains(a.Type)
                && (s.SessionId != null || (a.RunsUntil <= until && a.RunsUntil > from)))
            && (s.SessionId == null || db.Sessions.Any(x => x.Id == s.SessionId && x.EndsAt <= until && x.EndsAt > from)));
        if (await missing.OrderBy(s => s.ActivityId).Select(s => (Guid?)s.ActivityId).FirstOrDefaultAsync(ct) is not { } activityId
            || await db.LockAsync(activityId, ct) is null)
        {
            return false;
        }

        // Asked again under the lock: somebody may just have come through the door.
        var batch = await missing.Where(s => s.ActivityId == activityId).OrderBy(s => s.Id).Take(BatchSize).ToListAsync(ct);
        foreach (var signUp in batch)
        {
            SignUpMoves.Move(db, signUp, SignUpAct.MissOut, StepReasons.DidNotCome, "", clock.GetUtcNow());
        }

        db.Announce(ActivityTopics.SignUps, "");
        if (await db.SaveAsync(ct) is { IsOk: false } outcome)
        {
            throw new InvalidOperationException($"No-shows of activity {activityId} were not noted: {outcome.Refusal.Code}.");
        }

        return true;
    }
}
