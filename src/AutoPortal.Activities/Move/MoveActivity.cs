using AutoPortal.Activities.Data;
using AutoPortal.Activities.Domain;
using AutoPortal.Kernel.Outcomes;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Pages.Contracts;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Activities.Move;

/// <summary>Pauses, resumes, ends an activity; its public page follows at once.</summary>
internal sealed class MoveActivity(IDbContextFactory<ActivitiesDb> dbs, CurrentScope scope)
{
    public async Task<Outcome> RunAsync(Guid activityId, ActivityMove move, CancellationToken ct)
    {
        if (!scope.May(ActivitiesPermissions.Manage))
        {
            return Refusal.NotAllowed;
        }

        await using var db = await dbs.CreateDbContextAsync(ct);
        if (await db.Activities.SingleOrDefaultAsync(a => a.Id == activityId, ct) is not { } activity)
        {
            return ActivityRefusals.NotFound;
        }

        if (!IsTheirs(activity))
        {
            return ActivityRefusals.BelongsToHeadquarters;
        }

        if (activity.Move(move) is { } refusal)
        {
            return refusal;
        }

        db.Announce(PublicPageWords.Topic, PublicPageWords.Of(PagePaths.Activity, activity.Slug));
        db.Announce(ActivityTopics.SignUps, "");
        return await db.SaveAsync(ct);
    }

    // Everybody sees what HQ runs; only who made it may stop it.
    private bool IsTheirs(Activity activity)
        => scope.SeesAllDealers || (activity.Scope == ActivityScopes.DealerOwn && activity.DealerIds.Length > 0 && activity.DealerIds.All(scope.DealerIds.Contains));
}
