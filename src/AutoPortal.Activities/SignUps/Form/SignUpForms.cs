using AutoPortal.Activities.Data;
using AutoPortal.Activities.Domain;
using AutoPortal.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Activities.SignUps.Form;

/// <summary>What the form of one activity offers.</summary>
/// <param name="Slug">The activity.</param>
/// <param name="Closed">Why nobody can sign up, or null.</param>
/// <param name="Choices">What can be chosen.</param>
internal sealed record SignUpForm(string Slug, Refusal? Closed, SignUpChoices Choices);

internal sealed class SignUpForms(IDbContextFactory<ActivitiesDb> dbs, ActivityOffer offer, KnownChoices choices, TimeProvider clock)
{
    public async Task<SignUpForm?> FindAsync(Guid activityId, CancellationToken ct)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        if (await db.Activities.AsNoTracking().SingleOrDefaultAsync(a => a.Id == activityId, ct) is not { } activity)
        {
            return null;
        }

        var closed = activity.Closed(clock.GetUtcNow()) ?? (activity.Taken >= activity.Quota ? ActivityRefusals.IsFull : null);
        return new(activity.Slug, closed, choices.Of(activity.Id, await offer.DealersAsync(activity, ct), await offer.SeriesAsync(activity, ct)));
    }
}
