using AutoPortal.Activities.Contracts;
using AutoPortal.Activities.Data;
using AutoPortal.Activities.Domain;
using AutoPortal.Activities.Edit;
using AutoPortal.Activities.Places;
using AutoPortal.Activities.SignUps;
using AutoPortal.Kernel.Data;
using AutoPortal.Kernel.Outcomes;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Pages.Contracts;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Activities.Arrivals;

/// <summary>Somebody who came without a sign-up, as typed at the door.</summary>
/// <param name="Id">Made by the device; the same id is done once.</param>
/// <param name="Name">Of the person.</param>
/// <param name="Phone">Of the person.</param>
/// <param name="DealerId">Whose guest it is, or null where the whole house invites.</param>
/// <param name="SessionId">One of today's, or null where there is none.</param>
/// <param name="Consents">Purposes to which the person agreed after they were read out.</param>
/// <param name="Reason">Why the person is let in although all places are taken, or null.</param>
public sealed record WalkIn(Guid Id, string? Name, string? Phone, Guid? DealerId, Guid? SessionId, IReadOnlyList<string>? Consents, string? Reason);

/// <summary>Signs somebody up at the door and lets the person in: the same places as online, and beyond them only with a reason.</summary>
internal sealed class TakeWalkIn(IDbContextFactory<ActivitiesDb> dbs, ExpectedQueries expected, SignUpMaker maker, CheckInPeople checkIn, CurrentScope scope, TimeProvider clock)
{
    public const int LongestReason = 200;

    public async Task<Outcome<DoorAnswer>> RunAsync(Guid activityId, WalkIn walkIn, CancellationToken ct)
    {
        if (!scope.May(ActivitiesPermissions.CheckIn))
        {
            return Refusal.NotAllowed;
        }

        if (await expected.DoorAsync(activityId, ct) is not { } door)
        {
            return ActivityRefusals.NotFound;
        }

        var form = Check(walkIn, door, out var wrong);
        if (wrong is not null)
        {
            return wrong;
        }

        var (answer, known) = await SignUpAsync(activityId, walkIn, form, ct);
        // Signed up before: the door treats the person like everybody who is on the list.
        return known is { } signUpId ? await PassAsync(activityId, walkIn.Id, signUpId, ct) : answer!.Value;
    }

    private async Task<(Outcome<DoorAnswer>? Answer, Guid? Known)> SignUpAsync(Guid activityId, WalkIn walkIn, CheckedSignUp form, CancellationToken ct)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        if (await db.LockAsync(activityId, ct) is not { } activity || !ActivityReach.Sees(scope, activity))
        {
            return (ActivityRefusals.NotFound, null);
        }

        if (activity.State is not ActivityState.Running)
        {
            return (ActivityRefusals.NotRunning, null);
        }

        var now = clock.GetUtcNow();
        var told = maker.Make(activity, form, $"{ActivitiesRoutes.CheckInOf(activityId)}", now) with { PhoneVerified = false, Entry = SignUpEntries.WalkIn };
        var known = await db.SignUps.IgnoreQueryFilters([ModuleDb.ReachFilter]).AsNoTracking().SingleOrDefaultAsync(s => s.ActivityId == activityId && s.PhoneHash == told.PhoneHash, ct);
        if (known is { State: not (SignUpState.Cancelled or SignUpState.Waitlisted) })
        {
            return (null, known.Id);
        }

        if (known is { State: SignUpState.Waitlisted })
        {
            return (ActivityRefusals.WaitsAlready, null);
        }

        if (await GiveAsync(db, activity, told, walkIn.Reason?.Trim() ?? "", ct) is { } full)
        {
            return (full, null);
        }

        var id = known?.Id ?? told.SignUpId;
        await WriteAsync(db, known, told, ct);
        var signUp = await db.SignUps.SingleAsync(s => s.Id == id, ct);
        SignUpMoves.Move(db, signUp, SignUpAct.CheckIn, StepReasons.WalkedIn, scope.Facts.UserName, now);
        db.GateActs.Add(new(walkIn.Id, activityId, signUp, GateWays.WalkIn, GateOutcomes.Done, now, now, scope.Facts.UserName, walkIn.Reason?.Trim() ?? ""));
        db.Announce(ActivityTopics.SignUps, "");
        db.Announce(PublicPageWords.Topic, PublicPageWords.Of(PagePaths.Activity, activity.Slug));
        var saved = await db.SaveAsync(ct);
        return (saved.IsOk ? new DoorAnswer(walkIn.Id, GateOutcomes.Done, id, told.NameMask, null, null, null) : saved.Refusal, null);
    }

    private static CheckedSignUp Check(WalkIn walkIn, DoorFacts door, out Refusal? wrong)
    {
        var typed = new Dictionary<string, string>(StringComparer.Ordinal) { [SignUpFields.Name] = walkIn.Name ?? "", [SignUpFields.Phone] = walkIn.Phone ?? "", [SignUpFields.Code] = "000000" };
        foreach (var purpose in walkIn.Consents ?? [])
        {
            typed[$"consent_{purpose}"] = "yes";
        }

        // The code stands for the phone's proof, which nobody gives at the door; what is stored says so.
        var check = new SignUpCheck(typed, [], []);
        var form = check.Run() with { DealerId = walkIn.DealerId, SessionId = walkIn.SessionId };
        wrong = check.Errors.Values.FirstOrDefault()
            ?? (walkIn.DealerId is { } dealer && !door.Dealers.Any(d => d.Id == dealer) ? ActivityRefusals.DealerIsMissing
                : walkIn.DealerId is null && !door.MayBeOfNoDealer ? ActivityRefusals.DealerIsMissing
                : door.Sessions.Count > 0 && !door.Sessions.Any(s => s.Id == walkIn.SessionId) ? ActivityRefusals.SessionIsMissing
                : door.Sessions.Count == 0 && (walkIn.SessionId is not null || door.HasSessions) ? ActivityRefusals.NoSessionToday
                : walkIn.Reason is { Length: > LongestReason } ? new Refusal(ActivityRefusals.FieldIsTooLong.Code, LongestReason)
                : null);
        return form;
    }

    private async Task<Outcome<DoorAnswer>> PassAsync(Guid activityId, Guid actId, Guid signUpId, CancellationToken ct)
    {
        var passed = await checkIn.RunAsync(activityId, [new(actId, null, signUpId, clock.GetUtcNow(), GateWays.Found, Anyway: true)], ct);
        return passed.IsOk ? passed.Value[0] : passed.Refusal;
    }

    // Those who wait are not overtaken silently: full is full for a walk-in too, unless somebody says why.
    private static async Task<Refusal?> GiveAsync(ActivitiesDb db, Activity activity, SignUpAccepted told, string reason, CancellationToken ct)
    {
        var book = await db.BookAsync(activity, [(told.SessionId, told.DealerId)], ct);
        var pool = book.PoolOf(told.SessionId, told.DealerId);
        if (told.SessionId is not null && pool is null)
        {
            return ActivityRefusals.DealerHasNoPlaces;
        }

        if (book.FreeOf(pool) <= 0)
        {
            if (reason.Length == 0)
            {
                return ActivityRefusals.FullAtDoor;
            }

            await AddPlaceAsync(db, activity, pool, ct);
        }

        book.GiveNext(pool);
        await db.TakeAsync(activity.Id, book, ct);
        return null;
    }

    private static async Task AddPlaceAsync(ActivitiesDb db, Activity activity, PlacePool? pool, CancellationToken ct)
    {
        if (activity.Taken >= activity.Places)
        {
            await db.Sql().ExecuteAsync("update activities.activities a set added_at_door = added_at_door + 1 where {tenant:a} and a.id = @Id", new { activity.Id }, ct);
        }

        if (pool is { Taken: var taken, Places: var places } && taken >= places)
        {
            await db.Sql().ExecuteAsync("update activities.session_quotas q set added_at_door = added_at_door + 1 where {tenant:q} and q.id = @QuotaId", new { pool.QuotaId }, ct);
        }
    }

    private static async Task WriteAsync(ActivitiesDb db, SignUp? known, SignUpAccepted told, CancellationToken ct)
    {
        if (known is null)
        {
            await SignUpRows.InsertAsync(db, [new(told)], ct);
            db.Publish(told);
            return;
        }

        await SignUpRows.ReviveAsync(db, known.Id, new(told), ct);
        db.Add(new SignUpStep(Kernel.Ids.New(told.At), told.ActivityId, known.Id, SignUpState.Cancelled, SignUpState.Confirmed, db.Scope.Facts.UserName, StepReasons.WalkedIn, told.At));
        db.Publish(new SignUpMoved(known.Id, told.ActivityId, told.PhoneHash, SignUpStates.Of(SignUpState.Cancelled), SignUpStates.Of(SignUpState.Confirmed), StepReasons.WalkedIn, told.At));
    }
}
