using AutoPortal.Activities.Data;
using AutoPortal.Activities.Domain;
using AutoPortal.Kernel.Data;
using AutoPortal.Kernel.Outcomes;
using AutoPortal.Pages.Contracts;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Activities.SignUps;

/// <summary>Stores sign-ups of one activity together: rows, places and events in one transaction, all or none.</summary>
internal sealed class StoreSignUps(IDbContextFactory<ActivitiesDb> dbs)
{
    /// <param name="activityId">The one activity of all of them.</param>
    /// <param name="waiting">In the order in which they came; a person may be among them more than once.</param>
    /// <param name="ct">Cancels, and nothing is stored.</param>
    /// <returns>One answer each, in the same order.</returns>
    public async Task<IReadOnlyList<SignUpAnswer>> RunAsync(Guid activityId, IReadOnlyList<WaitingSignUp> waiting, CancellationToken ct)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        if (await LockAsync(db, activityId, ct) is not { } activity)
        {
            return [.. waiting.Select(_ => SignUpAnswer.Refused(ActivityRefusals.NotFound))];
        }

        var places = new Places(activity, await KnownAsync(db, activityId, waiting, ct));
        var answers = waiting.Select(places.Give).ToList();
        if (places.Given.Count > 0)
        {
            await SaveAsync(db, activity, places, ct);
        }

        return answers;
    }

    // Two nodes take turns here: what is read after the lock stays true until the commit.
    private static async Task<Activity?> LockAsync(ActivitiesDb db, Guid activityId, CancellationToken ct)
        => await db.Sql().FirstOrDefaultAsync<Guid?>("select a.id from activities.activities a where {tenant:a} and a.id = @activityId for update", new { activityId }, ct) is null
            ? null
            : await db.Activities.AsNoTracking().SingleAsync(a => a.Id == activityId, ct);

    private static async Task<Dictionary<string, SignUpReceipt>> KnownAsync(ActivitiesDb db, Guid activityId, IReadOnlyList<WaitingSignUp> waiting, CancellationToken ct)
    {
        var hashes = waiting.Select(w => w.SignUp.PhoneHash).Distinct(StringComparer.Ordinal).ToList();
        var known = await db.SignUps.Where(s => s.ActivityId == activityId && hashes.Contains(s.PhoneHash)).Select(s => new { s.PhoneHash, s.Id, s.MayBeContacted }).ToListAsync(ct);
        return known.ToDictionary(s => s.PhoneHash, s => new SignUpReceipt(SignUpNumber.Of(s.Id), WasSignedUp: true, s.MayBeContacted), StringComparer.Ordinal);
    }

    private static async Task SaveAsync(ActivitiesDb db, Activity activity, Places places, CancellationToken ct)
    {
        if (await SignUpRows.InsertAsync(db, [.. places.Given.Select(w => w.SignUp)], ct) != places.Given.Count)
        {
            throw new InvalidOperationException($"Somebody wrote sign-ups of activity {activity.Id} without its lock.");
        }

        await db.Sql().ExecuteAsync("update activities.activities a set taken = taken + @count where {tenant:a} and a.id = @Id", new { count = places.Given.Count, activity.Id }, ct);
        if (places.Left == 0)
        {
            db.Announce(PublicPageWords.Topic, PublicPageWords.Of(PagePaths.Activity, activity.Slug));
        }

        db.Announce(ActivityTopics.SignUps, "");
        foreach (var given in places.Given)
        {
            db.Publish(given.SignUp, given.TraceParent);
        }

        await db.SaveAsync(ct);
    }

    /// <summary>Who gets a place, one after the other.</summary>
    private sealed class Places(Activity activity, Dictionary<string, SignUpReceipt> known)
    {
        public List<WaitingSignUp> Given { get; } = [];

        public int Left { get; private set; } = activity.Quota - activity.Taken;

        public SignUpAnswer Give(WaitingSignUp waiting)
        {
            var signUp = waiting.SignUp;
            if (known.TryGetValue(signUp.PhoneHash, out var before))
            {
                return SignUpAnswer.Done(before);
            }

            // As of the person's own moment: waiting in line must not make anybody late.
            if ((activity.Closed(signUp.At) ?? (Left == 0 ? ActivityRefusals.IsFull : null)) is { } refusal)
            {
                return SignUpAnswer.Refused(refusal);
            }

            Left--;
            Given.Add(waiting);
            var receipt = new SignUpReceipt(SignUpNumber.Of(signUp.SignUpId), WasSignedUp: false, SignUpRows.MayBeContacted(signUp));
            known[signUp.PhoneHash] = receipt with { WasSignedUp = true };
            return SignUpAnswer.Done(receipt);
        }
    }
}
