using AutoPortal.Activities.Data;
using AutoPortal.Activities.Domain;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Activities.Places;

/// <summary>Cancels the sign-ups of a cancelled activity, batch after batch, so that every person is told.</summary>
internal sealed class LetGoSignUps(IDbContextFactory<ActivitiesDb> dbs, TimeProvider clock)
{
    private const int BatchSize = 200;

    /// <returns>Whether more may be due.</returns>
    public async Task<bool> RunAsync(CancellationToken ct)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        if (await db.Activities
                .Where(a => a.State == ActivityState.Cancelled && db.SignUps.Any(s => s.ActivityId == a.Id && (s.State == SignUpState.Signed || s.State == SignUpState.Waitlisted || s.State == SignUpState.Confirmed)))
                .OrderBy(a => a.Id).Select(a => (Guid?)a.Id).FirstOrDefaultAsync(ct) is not { } activityId
            || await db.LockAsync(activityId, ct) is null)
        {
            return false;
        }

        var now = clock.GetUtcNow();
        var batch = await db.SignUps
            .Where(s => s.ActivityId == activityId && (s.State == SignUpState.Signed || s.State == SignUpState.Waitlisted || s.State == SignUpState.Confirmed))
            .OrderBy(s => s.Id).Take(BatchSize).ToListAsync(ct);
        var ids = batch.ConvertAll(s => s.Id);
        var offers = await db.Offers.Where(o => ids.Contains(o.SignUpId) && o.State == OfferStates.Open).ToListAsync(ct);
        foreach (var offer in offers)
        {
            offer.Close(OfferStates.Withdrawn, now);
        }

        foreach (var signUp in batch)
        {
            var hadPlace = SignUpTransitions.HoldsPlace(signUp.State) || offers.Exists(o => o.SignUpId == signUp.Id);
            SignUpMoves.Move(db, signUp, SignUpAct.Cancel, StepReasons.ActivityCancelled, "", now);
            if (hadPlace)
            {
                await db.ReleaseAsync(activityId, signUp, ct);
            }
        }

        db.Announce(ActivityTopics.SignUps, "");
        if (await db.SaveAsync(ct) is { IsOk: false } outcome)
        {
            throw new InvalidOperationException($"Sign-ups of the cancelled activity {activityId} were not let go: {outcome.Refusal.Code}.");
        }

        return true;
    }
}
