using AutoPortal.Activities.Contracts;
using AutoPortal.Activities.Data;
using AutoPortal.Activities.Domain;
using AutoPortal.Kernel;
using AutoPortal.Kernel.Data;
using AutoPortal.Kernel.Outcomes;
using AutoPortal.Pages.Contracts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace AutoPortal.Activities.Places;

/// <summary>Offers free places to those who wait, first come first served, for a limited time; what is not taken goes to the next.</summary>
internal sealed class WaitingRoom(IDbContextFactory<ActivitiesDb> dbs, IOptions<ActivitiesOptions> options, TimeProvider clock)
{
    private const int BatchSize = 200;

    /// <summary>Looks at every activity where an offer has run out, or somebody waits while places may be free.</summary>
    /// <returns>Whether more may be due.</returns>
    public async Task<bool> RunAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        List<Guid> due;
        await using (var db = await dbs.CreateDbContextAsync(ct))
        {
            due = await db.Activities
                .Where(a => db.Offers.Any(o => o.ActivityId == a.Id && o.State == OfferStates.Open && o.ExpiresAt <= now)
                    || (a.State == ActivityState.Running && a.HasWaitingList && a.Taken < a.Quota * (100 + a.OversellPercent) / 100 && db.SignUps.Any(s => s.ActivityId == a.Id && s.State == SignUpState.Waitlisted)))
                .OrderBy(a => a.Id).Select(a => a.Id).ToListAsync(ct);
        }

        var more = false;
        foreach (var id in due)
        {
            more |= await OfferAsync(id, ct);
        }

        return more;
    }

    /// <summary>Closes what ran out at one activity, then offers what is free.</summary>
    /// <returns>Whether more may be due.</returns>
    public async Task<bool> OfferAsync(Guid activityId, CancellationToken ct)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        if (await db.LockAsync(activityId, ct) is not { } activity)
        {
            return false;
        }

        var expired = await ExpireAsync(db, activity, ct);
        var offered = await OfferAsync(db, activity, ct);
        if (expired + offered == 0)
        {
            return false;
        }

        db.Announce(ActivityTopics.SignUps, "");
        db.Announce(PublicPageWords.Topic, PublicPageWords.Of(PagePaths.Activity, activity.Slug));
        if (await db.SaveAsync(ct) is { IsOk: false } outcome)
        {
            throw new InvalidOperationException($"Places of activity {activityId} were not offered: {outcome.Refusal.Code}.");
        }

        return expired == BatchSize || offered == BatchSize;
    }

    // The person leaves the line: held again and again for somebody who does not answer, the place would serve nobody.
    private async Task<int> ExpireAsync(ActivitiesDb db, Activity activity, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var over = await db.Offers.Where(o => o.ActivityId == activity.Id && o.State == OfferStates.Open && o.ExpiresAt <= now).OrderBy(o => o.ExpiresAt).Take(BatchSize).ToListAsync(ct);
        foreach (var offer in over)
        {
            var signUp = await db.SignUps.SingleAsync(s => s.Id == offer.SignUpId, ct);
            offer.Close(OfferStates.Expired, now);
            await db.ReleaseAsync(activity.Id, signUp, ct);
            SignUpMoves.Move(db, signUp, SignUpAct.Cancel, StepReasons.OfferExpired, "", now);
        }

        return over.Count;
    }

    private async Task<int> OfferAsync(ActivitiesDb db, Activity activity, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (activity.State is not ActivityState.Running || !activity.HasWaitingList || !TellingHours.AreOpen(now, options.Value))
        {
            return 0;
        }

        // Read once more: what ran out has just been given back.
        var current = await db.Activities.AsNoTracking().SingleAsync(a => a.Id == activity.Id, ct);
        var book = await db.BookAsync(current, null, ct);
        var offered = 0;
        foreach (var signUp in await NextAsync(db, activity.Id, ct))
        {
            var pool = book.PoolOf(signUp.SessionId, signUp.DealerId);
            if (book.FreeOf(pool) <= 0 || EndOf(current, signUp, pool, now) is not { } until || offered == BatchSize)
            {
                continue;
            }

            book.GiveNext(pool);
            var offer = new WaitingOffer(Ids.New(now), activity.Id, signUp.Id, now, until);
            db.Offers.Add(offer);
            db.Publish(new PlaceOffered(offer.Id, signUp.Id, activity.Id, signUp.PhoneHash, until, now));
            offered++;
        }

        await db.TakeAsync(activity.Id, book, ct);
        return offered;
    }

    private static Task<List<SignUp>> NextAsync(ActivitiesDb db, Guid activityId, CancellationToken ct)
        => db.SignUps.AsNoTracking()
            .Where(s => s.ActivityId == activityId && s.State == SignUpState.Waitlisted && !db.Offers.Any(o => o.SignUpId == s.Id && o.State == OfferStates.Open))
            .OrderBy(s => s.QueuedAt).ThenBy(s => s.Id).Take(2_000).ToListAsync(ct);

    // An offer ends at the latest when the session begins; one that has begun is not offered at all.
    private static DateTimeOffset? EndOf(Activity activity, SignUp signUp, PlacePool? pool, DateTimeOffset now)
    {
        if (signUp.SessionId is not null && pool is null)
        {
            return null;
        }

        var latest = pool?.StartsAt ?? activity.RunsUntil;
        var until = now.AddHours(activity.OfferHours);
        return latest <= now ? null : until < latest ? until : latest;
    }
}
