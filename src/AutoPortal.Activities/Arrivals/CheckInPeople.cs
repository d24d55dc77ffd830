using AutoPortal.Activities.Data;
using AutoPortal.Activities.Domain;
using AutoPortal.Activities.Edit;
using AutoPortal.Activities.Places;
using AutoPortal.Activities.SignUps;
using AutoPortal.Kernel.Data;
using AutoPortal.Kernel.Outcomes;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Kernel.Security;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Activities.Arrivals;

/// <summary>An act at the door, as the device tells it.</summary>
/// <param name="Id">Made by the device; the same id is done once.</param>
/// <param name="Code">As scanned or typed, or null.</param>
/// <param name="SignUpId">Whoever was found on the list, or null.</param>
/// <param name="At">When it happened.</param>
/// <param name="How">One of the stored words of <see cref="GateWays"/>.</param>
/// <param name="Anyway">Let in although the session is on another day.</param>
public sealed record DoorAct(Guid Id, string? Code, Guid? SignUpId, DateTimeOffset At, string? How, bool Anyway);

/// <summary>What came of it.</summary>
/// <param name="Outcome">One of the stored words of <see cref="GateOutcomes"/>.</param>
/// <param name="Name">Masked; null where the person is none of ours to see.</param>
/// <param name="Session">The person's session, or null.</param>
/// <param name="FirstAt">Where the code was used before: when.</param>
/// <param name="FirstBy">And by whom.</param>
internal sealed record DoorAnswer(Guid Id, string Outcome, Guid? SignUpId, string? Name, string? Session, DateTimeOffset? FirstAt, string? FirstBy);

/// <summary>Lets people in: each once, however often and at however many gates it is tried.</summary>
internal sealed class CheckInPeople(IDbContextFactory<ActivitiesDb> dbs, CurrentScope scope, PhoneVault vault, TimeProvider clock)
{
    public const int MostActs = 200;

    /// <returns>One answer for each act, in the same order.</returns>
    public async Task<Outcome<IReadOnlyList<DoorAnswer>>> RunAsync(Guid activityId, IReadOnlyList<DoorAct> acts, CancellationToken ct)
    {
        if (!scope.May(ActivitiesPermissions.CheckIn))
        {
            return Refusal.NotAllowed;
        }

        await using var db = await dbs.CreateDbContextAsync(ct);
        // Found before the lock: whoever types nonsense must not keep the others waiting.
        var found = new List<(DoorAct Act, Guid? SignUpId)>();
        foreach (var act in acts.DistinctBy(a => a.Id).Take(MostActs))
        {
            found.Add((act, await FindAsync(db, activityId, act, ct)));
        }

        if (await db.LockAsync(activityId, ct) is not { } activity || !ActivityReach.Sees(scope, activity))
        {
            return ActivityRefusals.NotFound;
        }

        var ids = found.ConvertAll(f => f.Act.Id);
        // An id is an id, whoever of the tenant sent it first.
        var known = await db.GateActs.IgnoreQueryFilters([ModuleDb.ReachFilter]).AsNoTracking().Where(a => ids.Contains(a.Id)).ToDictionaryAsync(a => a.Id, ct);
        var answers = new List<DoorAnswer>();
        foreach (var (act, signUpId) in found)
        {
            answers.Add(known.GetValueOrDefault(act.Id) is { } before ? await AnswerAsync(db, before, ct) : await PassAsync(db, activity, act, signUpId, ct));
        }

        db.Announce(ActivityTopics.SignUps, "");
        return await db.SaveAsync(ct) is { IsOk: false } outcome ? outcome.Refusal : answers;
    }

    private async Task<DoorAnswer> PassAsync(ActivitiesDb db, Activity activity, DoorAct act, Guid? signUpId, CancellationToken ct)
    {
        // Tracked: a second act of this batch sees what the first one did.
        var signUp = signUpId is { } id ? await db.SignUps.IgnoreQueryFilters([ModuleDb.ReachFilter]).SingleAsync(s => s.Id == id, ct) : null;
        if (signUp is null || signUp.ActivityId != activity.Id || !IsOurs(signUp))
        {
            // Nobody of ours: there is no row to keep it with, and asked again it is answered again.
            return new(act.Id, signUp is null ? GateOutcomes.Unknown : signUp.ActivityId != activity.Id ? GateOutcomes.OtherActivity : GateOutcomes.OtherDealer, null, null, null, null, null);
        }

        var now = clock.GetUtcNow();
        var at = Gate.MomentOf(act.At, now);
        var session = signUp.SessionId is { } chosen ? await db.Sessions.AsNoTracking().SingleAsync(s => s.Id == chosen, ct) : null;
        var outcome = Gate.Decide(activity, signUp, session, at, now, act.Anyway);
        if (outcome == GateOutcomes.Done)
        {
            SignUpMoves.Move(db, signUp, SignUpAct.CheckIn, signUp.State is SignUpState.NoShow ? StepReasons.Corrected : StepReasons.AtTheDoor, scope.Facts.UserName, at);
        }

        var noted = new GateAct(act.Id, activity.Id, signUp, GateWays.Of(act.How), outcome, at, now, scope.Facts.UserName);
        db.GateActs.Add(noted);
        return await AnswerAsync(db, noted, ct);
    }

    private bool IsOurs(SignUp signUp) => scope.SeesAllDealers || (signUp.DealerId is { } dealer && scope.DealerIds.Contains(dealer));

    private static async Task<DoorAnswer> AnswerAsync(ActivitiesDb db, GateAct act, CancellationToken ct)
    {
        // Within reach only: an answer that is asked for again tells no more than it may.
        if (await db.SignUps.AsNoTracking().SingleOrDefaultAsync(s => s.Id == act.SignUpId, ct) is not { } signUp)
        {
            return new(act.Id, act.Outcome, null, null, null, null, null);
        }

        var session = signUp.SessionId is { } chosen ? await db.Sessions.AsNoTracking().SingleAsync(s => s.Id == chosen, ct) : null;
        var first = act.Outcome == GateOutcomes.Used
            ? db.GateActs.Local.LastOrDefault(a => a.SignUpId == act.SignUpId && a.Outcome == GateOutcomes.Done)
                ?? await db.GateActs.AsNoTracking().Where(a => a.SignUpId == act.SignUpId && a.Outcome == GateOutcomes.Done).OrderByDescending(a => a.ReceivedAt).FirstOrDefaultAsync(ct)
            : null;
        return new(act.Id, act.Outcome, act.SignUpId, signUp.NameMask, session is null ? null : SessionWords.Of(session.StartsAt, session.EndsAt), first?.At, first?.ByName);
    }

    private async Task<Guid?> FindAsync(ActivitiesDb db, Guid activityId, DoorAct act, CancellationToken ct)
    {
        if (act.SignUpId is { } listed)
        {
            return await db.SignUps.IgnoreQueryFilters([ModuleDb.ReachFilter]).Where(s => s.Id == listed && s.ActivityId == activityId).Select(s => (Guid?)s.Id).SingleOrDefaultAsync(ct);
        }

        if (CheckInCodes.Normalise(act.Code) is not { } code || CheckInCodes.EndOfId(code) is not { } end)
        {
            return null;
        }

        // Beyond the reach too, so that the wrong door is told from a wrong code; nothing of the person is told then.
        var all = db.SignUps.IgnoreQueryFilters([ModuleDb.ReachFilter]).Where(s => EF.Functions.Like(s.Id.ToString(), "%" + end));
        var candidates = await all.Where(s => s.ActivityId == activityId).Select(s => new { s.Id, s.ActivityId }).ToListAsync(ct);
        candidates = candidates.Count > 0 ? candidates : await all.Select(s => new { s.Id, s.ActivityId }).Take(10).ToListAsync(ct);
        return candidates.Where(c => CheckInCodes.IsOf(code, vault, scope.TenantId, c.ActivityId, c.Id)).Select(c => (Guid?)c.Id).FirstOrDefault();
    }
}
