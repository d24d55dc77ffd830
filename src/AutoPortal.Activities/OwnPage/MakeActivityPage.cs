using AutoPortal.Activities.Data;
using AutoPortal.Activities.Domain;
using AutoPortal.Activities.Edit;
using AutoPortal.Kernel.Outcomes;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Pages.Contracts;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Activities.OwnPage;

/// <summary>Makes the draft of an activity's page from its kind's template; the builder takes it from there, and another person lets it before the public.</summary>
internal sealed class MakeActivityPage(IDbContextFactory<ActivitiesDb> dbs, IPagePublishing publishing, IPageDirectory pages, ActivityPageWords words, CurrentScope scope)
{
    /// <returns>The page, also where it was there already.</returns>
    public async Task<Outcome<Guid>> RunAsync(Guid activityId, CancellationToken ct)
    {
        if (!scope.May(ActivitiesPermissions.Manage))
        {
            return Refusal.NotAllowed;
        }

        await using var db = await dbs.CreateDbContextAsync(ct);
        if (await db.Activities.SingleOrDefaultAsync(a => a.Id == activityId, ct) is not { } activity || !ActivityReach.Sees(scope, activity))
        {
            return ActivityRefusals.NotFound;
        }

        if (!ActivityReach.Owns(scope, activity.Scope, activity.DealerIds))
        {
            return ActivityRefusals.BelongsToHeadquarters;
        }

        var page = await EnsureAsync(activity, ct);
        if (!page.IsOk)
        {
            return page.Refusal;
        }

        activity.ShowOn(page.Value);
        db.Announce(ActivityTopics.SignUps, "");
        var saved = await db.SaveAsync(ct);
        return saved.IsOk ? page.Value : saved.Refusal;
    }

    private async Task<Outcome<Guid>> EnsureAsync(Activity activity, CancellationToken ct)
    {
        if (await pages.FindAsync(PagePaths.Activity, activity.Slug, ct) is { } there)
        {
            return there.SubjectId == activity.Id ? there.Id : ActivityRefusals.AddressHasAnotherPage;
        }

        return await publishing.CreateAsync(await words.PageAsync(activity, ct), ct);
    }
}
