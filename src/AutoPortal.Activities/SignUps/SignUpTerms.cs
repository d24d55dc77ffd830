using AutoPortal.Activities.Contracts;
using AutoPortal.Activities.Data;
using AutoPortal.Activities.Domain;
using AutoPortal.Activities.Kinds;
using AutoPortal.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Activities.SignUps;

/// <summary>What an activity asks of whoever signs up: which answers, and who it is for.</summary>
internal sealed class SignUpTerms(IDbContextFactory<ActivitiesDb> dbs, ActivityOffer offer, KindCatalog kinds, IPersonDirectory people, TimeProvider clock)
{
    /// <summary>The check of the form, with what can be chosen right now.</summary>
    public async Task<SignUpCheck> CheckAsync(Activity activity, IReadOnlyDictionary<string, string> typed, CancellationToken ct)
    {
        var dealers = await offer.DealersAsync(activity, ct);
        var series = await offer.SeriesAsync(activity, ct);
        await using var db = await dbs.CreateDbContextAsync(ct);
        var now = clock.GetUtcNow();
        var sessions = await db.Sessions.Where(s => s.ActivityId == activity.Id && s.StartsAt > now).OrderBy(s => s.StartsAt).Select(s => s.Id).ToListAsync(ct);
        return new(typed, dealers, series)
        {
            Sessions = sessions,
            NeedsDealer = sessions.Count > 0 && await db.Quotas.AnyAsync(q => q.ActivityId == activity.Id && q.DealerId != null, ct),
            NeedsCity = activity.Audience.Cities.Length > 0,
            Questions = kinds.Find(activity.Type) is { } kind ? kind.Questions(kinds.Read(kind, activity.Settings)) : [],
        };
    }

    /// <summary>Why the activity is not for this person, or null.</summary>
    public async Task<Refusal?> ExcludesAsync(Activity activity, SignUpAccepted signUp, CancellationToken ct)
    {
        return activity.Audience.IsEveryone || activity.Audience.Admits(await people.FindByPhoneAsync(signUp.PhoneHash, ct), signUp.City)
            ? null
            : ActivityRefusals.NotForYou;
    }
}
