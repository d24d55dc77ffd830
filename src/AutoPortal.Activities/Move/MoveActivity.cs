using AutoPortal.Activities.Contracts;
using AutoPortal.Activities.Data;
using AutoPortal.Activities.Domain;
using AutoPortal.Activities.Edit;
using AutoPortal.Kernel;
using AutoPortal.Kernel.Outcomes;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Pages.Contracts;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Activities.Move;

/// <summary>Submits, approves, rejects, pauses, resumes, ends, cancels, archives an activity; its public page follows at once.</summary>
internal sealed class MoveActivity(IDbContextFactory<ActivitiesDb> dbs, CurrentScope scope, TimeProvider clock)
{
    private const int LongestReason = 500;

    public Task<Outcome> RunAsync(Guid activityId, ActivityMove move, CancellationToken ct) => RunAsync(activityId, move, "", ct);

    /// <param name="activityId">The activity.</param>
    /// <param name="move">What is to be done.</param>
    /// <param name="reason">Why; needed where it concerns others: rejecting and cancelling.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<Outcome> RunAsync(Guid activityId, ActivityMove move, string reason, CancellationToken ct)
    {
        if (!scope.May(IsJudgement(move) ? ActivitiesPermissions.Approve : ActivitiesPermissions.Manage))
        {
            return Refusal.NotAllowed;
        }

        reason = reason.Trim();
        if (move is ActivityMove.Reject or ActivityMove.Cancel && reason.Length == 0)
        {
            return ActivityRefusals.ReasonIsMissing;
        }

        await using var db = await dbs.CreateDbContextAsync(ct);
        if (await db.Activities.SingleOrDefaultAsync(a => a.Id == activityId, ct) is not { } activity || !ActivityReach.Sees(scope, activity))
        {
            return ActivityRefusals.NotFound;
        }

        // Everybody sees what HQ runs; only who made it may stop it.
        if (!ActivityReach.Owns(scope, activity.Scope, activity.DealerIds))
        {
            return ActivityRefusals.BelongsToHeadquarters;
        }

        var from = activity.State;
        if ((Forbidden(activity, move) ?? activity.Move(move)) is { } refusal)
        {
            return refusal;
        }

        var now = clock.GetUtcNow();
        if (IsJudgement(move) && await SubmitterAsync(db, activity, ct) is { } submitter)
        {
            db.Publish(new ActivityDecided(activity.Id, activity.TitleZh, move is ActivityMove.Approve, submitter, scope.Facts.UserName, reason, now));
        }

        db.ActivitySteps.Add(new(Ids.New(now), activity.Id, from, activity.State, scope.UserId, scope.Facts.UserName, reason.Length > LongestReason ? reason[..LongestReason] : reason, now));
        db.Announce(PublicPageWords.Topic, PublicPageWords.Of(PagePaths.Activity, activity.Slug));
        db.Announce(ActivityTopics.SignUps, "");
        return await db.SaveAsync(ct);
    }

    private static async Task<Guid?> SubmitterAsync(ActivitiesDb db, Activity activity, CancellationToken ct)
    {
        var reviewing = StateWord.Of(ActivityState.Reviewing);
        return await db.ActivitySteps.Where(s => s.ActivityId == activity.Id && s.To == reviewing).OrderByDescending(s => s.Id).Select(s => s.By).FirstOrDefaultAsync(ct) ?? activity.AuthorId;
    }

    private static bool IsJudgement(ActivityMove move) => move is ActivityMove.Approve or ActivityMove.Reject;

    // Four eyes: whoever wrote it last does not judge it; whoever only judges does not take it back.
    private Refusal? Forbidden(Activity activity, ActivityMove move) => move switch
    {
        ActivityMove.Approve or ActivityMove.Reject when activity.AuthorId is { } author && author == scope.UserId => ActivityRefusals.OwnSubmission,
        ActivityMove.TakeBack when activity.AuthorId is { } author && author != scope.UserId => ActivityRefusals.NotTheAuthor,
        // The clock does this.
        ActivityMove.Start => ActivityRefusals.CannotMoveNow,
        _ => null,
    };
}
