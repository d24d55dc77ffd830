using AutoPortal.Activities.Data;
using AutoPortal.Activities.Domain;
using AutoPortal.Activities.Edit;
using AutoPortal.Activities.Places;
using AutoPortal.Kernel.Outcomes;
using AutoPortal.Kernel.Scopes;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Activities.Arrivals;

/// <summary>Takes a check-in by mistake back, within a day after the session. A no-show who did come is simply checked in.</summary>
internal sealed class CorrectCheckIn(IDbContextFactory<ActivitiesDb> dbs, CurrentScope scope, TimeProvider clock)
{
    public async Task<Outcome> UndoAsync(Guid signUpId, CancellationToken ct)
    {
        if (!scope.May(ActivitiesPermissions.CheckIn))
        {
            return Refusal.NotAllowed;
        }

        await using var db = await dbs.CreateDbContextAsync(ct);
        if (await db.SignUps.AsNoTracking().Where(s => s.Id == signUpId).Select(s => (Guid?)s.ActivityId).SingleOrDefaultAsync(ct) is not { } activityId
            || await db.LockAsync(activityId, ct) is not { } activity || !ActivityReach.Sees(scope, activity))
        {
            return ActivityRefusals.SignUpNotFound;
        }

        var signUp = await db.SignUps.SingleAsync(s => s.Id == signUpId, ct);
        var session = signUp.SessionId is { } chosen ? await db.Sessions.AsNoTracking().SingleAsync(s => s.Id == chosen, ct) : null;
        var now = clock.GetUtcNow();
        if (now > Gate.EndOf(activity, session) + Gate.CorrectedWithin)
        {
            return ActivityRefusals.TooLateToCorrect;
        }

        if (SignUpMoves.Move(db, signUp, SignUpAct.Undo, StepReasons.Corrected, scope.Facts.UserName, now) is { } refusal)
        {
            return refusal;
        }

        db.Announce(ActivityTopics.SignUps, "");
        return await db.SaveAsync(ct);
    }
}
