using AutoPortal.Activities.Contracts;
using AutoPortal.Activities.Data;
using AutoPortal.Activities.Domain;
using AutoPortal.Activities.Places;
using AutoPortal.Kernel;
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
        if (await db.LockAsync(activityId, ct) is not { } activity)
        {
            return [.. waiting.Select(_ => SignUpAnswer.Refused(ActivityRefusals.NotFound))];
        }

        var book = await db.BookAsync(activity, [.. waiting.Select(w => (w.SignUp.SessionId, w.SignUp.DealerId)).Distinct()], ct);
        var hashes = waiting.Select(w => w.SignUp.PhoneHash).Distinct(StringComparer.Ordinal).ToList();
        var turns = new Turns(activity, book, await KnownAsync(db, activityId, hashes, ct), await db.OthersOfKindAsync(activity, hashes, ct));
        var answers = waiting.Select(turns.Give).ToList();
        if (turns.New.Count + turns.Again.Count > 0)
        {
            await SaveAsync(db, activity, book, turns, ct);
        }

        return answers;
    }

    private static async Task<Dictionary<string, KnownSignUp>> KnownAsync(ActivitiesDb db, Guid activityId, List<string> hashes, CancellationToken ct)
    {
        var known = await db.SignUps.Where(s => s.ActivityId == activityId && hashes.Contains(s.PhoneHash)).Select(s => new { s.PhoneHash, s.Id, s.MayBeContacted, s.State, s.SessionId }).ToListAsync(ct);
        return known.ToDictionary(
            s => s.PhoneHash,
            s => new KnownSignUp(s.Id, s.State, new(SignUpNumber.Of(s.Id), WasSignedUp: true, s.MayBeContacted) { State = SignUpStates.Of(s.State), SessionId = s.SessionId, SignUpId = s.Id }),
            StringComparer.Ordinal);
    }

    private static async Task SaveAsync(ActivitiesDb db, Activity activity, PlaceBook book, Turns turns, CancellationToken ct)
    {
        if (turns.New.Count > 0 && await SignUpRows.InsertAsync(db, turns.New.ConvertAll(t => t.Row), ct) != turns.New.Count)
        {
            throw new InvalidOperationException($"Somebody wrote sign-ups of activity {activity.Id} without its lock.");
        }

        foreach (var again in turns.Again)
        {
            await SignUpRows.ReviveAsync(db, again.Id, again.Row, ct);
            var (told, to) = (again.Row.Told, SignUpStates.Read(again.Row.Told.State));
            db.Add(new SignUpStep(Ids.New(told.At), activity.Id, again.Id, SignUpState.Cancelled, to, "", StepReasons.SignedAgain, told.At));
            db.Publish(new SignUpMoved(again.Id, activity.Id, told.PhoneHash, SignUpStates.Of(SignUpState.Cancelled), told.State, StepReasons.SignedAgain, told.At), again.TraceParent);
        }

        await db.TakeAsync(activity.Id, book, ct);
        if (book.HasFilledUp)
        {
            db.Announce(PublicPageWords.Topic, PublicPageWords.Of(PagePaths.Activity, activity.Slug));
        }

        db.Announce(ActivityTopics.SignUps, "");
        foreach (var given in turns.New)
        {
            db.Publish(given.Row.Told, given.TraceParent);
        }

        await db.SaveAsync(ct);
    }

    private sealed record KnownSignUp(Guid Id, SignUpState State, SignUpReceipt Receipt);

    private sealed record Turn(Guid Id, NewSignUp Row, string? TraceParent);

    /// <summary>Who gets a place or stands in line, one after the other.</summary>
    private sealed class Turns(Activity activity, PlaceBook book, Dictionary<string, KnownSignUp> known, IReadOnlyDictionary<string, int> othersOfKind)
    {
        public List<Turn> New { get; } = [];

        public List<Turn> Again { get; } = [];

        public SignUpAnswer Give(WaitingSignUp waiting)
        {
            var signUp = waiting.SignUp;
            var before = known.GetValueOrDefault(signUp.PhoneHash);
            if (before is not null and not { State: SignUpState.Cancelled })
            {
                return SignUpAnswer.Done(before.Receipt);
            }

            // As of the person's own moment: waiting in line must not make anybody late.
            if (activity.Closed(signUp.At) is { } closed)
            {
                return SignUpAnswer.Refused(closed);
            }

            if (othersOfKind.GetValueOrDefault(signUp.PhoneHash) >= activity.MostOfKind)
            {
                return SignUpAnswer.Refused(new Refusal(ActivityRefusals.TooManyOfKind.Code, activity.MostOfKind));
            }

            var place = book.Take(signUp.SessionId, signUp.DealerId, signUp.At);
            if (place.Refusal is { } refusal)
            {
                return SignUpAnswer.Refused(refusal);
            }

            var state = place.Value ? SignUpState.Waitlisted : activity.ConfirmsByHand ? SignUpState.Signed : SignUpState.Confirmed;
            var told = signUp with { State = SignUpStates.Of(state) };
            var id = before?.Id ?? signUp.SignUpId;
            (before is null ? New : Again).Add(new(id, new(told, waiting.Answers), waiting.TraceParent));
            var receipt = new SignUpReceipt(SignUpNumber.Of(id), WasSignedUp: false, SignUpRows.MayBeContacted(signUp)) { State = told.State, SessionId = told.SessionId, SignUpId = id };
            known[signUp.PhoneHash] = new(id, state, receipt with { WasSignedUp = true });
            return SignUpAnswer.Done(receipt);
        }
    }
}
