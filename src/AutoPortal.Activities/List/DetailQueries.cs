using AutoPortal.Activities.Data;
using AutoPortal.Activities.Domain;
using AutoPortal.Activities.Kinds;
using AutoPortal.Activities.Edit;
using AutoPortal.Kernel.Scopes;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Activities.List;

/// <summary>What the drawer shows of an activity besides its figures.</summary>
/// <param name="Sessions">Soonest first.</param>
/// <param name="Facts">Resource key and value of what the kind has of its own.</param>
/// <param name="Steps">Newest first.</param>
public sealed record ActivityDetails(IReadOnlyList<SessionRow> Sessions, IReadOnlyList<KeyValuePair<string, string>> Facts, IReadOnlyList<StepRow> Steps);

/// <summary>A session with its places over all dealers, and who waits for them.</summary>
public sealed record SessionRow(Guid Id, DateTimeOffset StartsAt, DateTimeOffset EndsAt, int Places, int Taken, int Waiting, int Dealers);

/// <summary>A move of an activity.</summary>
public sealed record StepRow(string From, string To, string ByName, string Reason, DateTimeOffset At);

/// <summary>Why somebody who waits has no place yet, or lost it.</summary>
/// <param name="State">Stored word.</param>
/// <param name="Ahead">How many stand before the person for the same places; null where the person does not stand in line.</param>
/// <param name="Places">For those places.</param>
/// <param name="Taken">Of them, open offers included.</param>
/// <param name="OpenOffers">Held for others at the moment.</param>
/// <param name="Why">Resource key of the one reason that decides.</param>
/// <param name="Offers">Made to this person, newest first: state, moment, end.</param>
/// <param name="Steps">The person's own moves, newest first.</param>
/// <param name="Messages">What the person was told, newest first: kind, outcome, moment.</param>
public sealed record WaitingStory(
    string State,
    int? Ahead,
    int Places,
    int Taken,
    int OpenOffers,
    string Why,
    IReadOnlyList<(string State, DateTimeOffset At, DateTimeOffset ExpiresAt)> Offers,
    IReadOnlyList<StepRow> Steps,
    IReadOnlyList<(string Kind, string Outcome, DateTimeOffset At)> Messages);

/// <summary>Sessions, steps and stories behind an activity's list.</summary>
internal sealed class DetailQueries(IDbContextFactory<ActivitiesDb> dbs, KindCatalog kinds, CurrentScope scope, TimeProvider clock)
{
    public async Task<ActivityDetails?> FindAsync(Guid activityId, CancellationToken ct)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        if (!scope.May(ActivitiesPermissions.Read) || await db.Activities.AsNoTracking().Seen(scope).SingleOrDefaultAsync(a => a.Id == activityId, ct) is not { } activity)
        {
            return null;
        }

        var sessions = await db.Sessions.AsNoTracking().Where(s => s.ActivityId == activityId).OrderBy(s => s.StartsAt)
            .Select(s => new SessionRow(
                s.Id, s.StartsAt, s.EndsAt,
                db.Quotas.Where(q => q.SessionId == s.Id).Sum(q => q.Places),
                db.Quotas.Where(q => q.SessionId == s.Id).Sum(q => q.Taken),
                db.SignUps.Count(u => u.SessionId == s.Id && u.State == SignUpState.Waitlisted),
                db.Quotas.Count(q => q.SessionId == s.Id && q.DealerId != null)))
            .ToListAsync(ct);
        var steps = await db.ActivitySteps.AsNoTracking().Where(s => s.ActivityId == activityId).OrderByDescending(s => s.Id).Select(s => new StepRow(s.From, s.To, s.ByName, s.Reason, s.At)).ToListAsync(ct);
        var kind = kinds.Find(activity.Type);
        return new(sessions, kind is null ? [] : [.. kind.Facts(kinds.Read(kind, activity.Settings)).Select(f => KeyValuePair.Create(f.Key, f.Value))], steps);
    }

    /// <summary>The story of one sign-up; null where there is none within reach.</summary>
    public async Task<WaitingStory?> ExplainAsync(Guid signUpId, CancellationToken ct)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        if (!scope.May(ActivitiesPermissions.Read) || await db.SignUps.AsNoTracking().SingleOrDefaultAsync(s => s.Id == signUpId, ct) is not { } signUp)
        {
            return null;
        }

        var activity = await db.Activities.AsNoTracking().SingleAsync(a => a.Id == signUp.ActivityId, ct);
        var now = clock.GetUtcNow();
        var offers = await db.Offers.AsNoTracking().Where(o => o.SignUpId == signUpId).OrderByDescending(o => o.At).ToListAsync(ct);
        var steps = await db.SignUpSteps.AsNoTracking().Where(s => s.SignUpId == signUpId).OrderByDescending(s => s.Id).Select(s => new StepRow(s.From, s.To, s.ByName, s.Reason, s.At)).ToListAsync(ct);
        var messages = await db.Messages.AsNoTracking().Where(m => m.SignUpId == signUpId).OrderByDescending(m => m.Id).ToListAsync(ct);
        var (pool, starts) = await PoolAsync(db, activity, signUp, ct);
        var line = db.SignUps.IgnoreQueryFilters([Kernel.Data.ModuleDb.ReachFilter]) // The line is one for all dealers that share the places; only its length is told.
            .Where(s => s.ActivityId == activity.Id && s.State == SignUpState.Waitlisted && s.SessionId == signUp.SessionId && (pool.DealerId == null || s.DealerId == pool.DealerId));
        var ahead = signUp.State is SignUpState.Waitlisted
            ? await line.CountAsync(s => (s.QueuedAt < signUp.QueuedAt || (s.QueuedAt == signUp.QueuedAt && s.Id < signUp.Id)) && !db.Offers.Any(o => o.SignUpId == s.Id && o.State == OfferStates.Open), ct)
            : (int?)null;
        var held = await line.CountAsync(s => db.Offers.Any(o => o.SignUpId == s.Id && o.State == OfferStates.Open), ct);
        return new(
            SignUpStates.Of(signUp.State), ahead, pool.Places, pool.Taken, held,
            WaitingReasons.Of(activity, signUp, offers.FirstOrDefault(), ahead, pool.Places - pool.Taken, starts, now),
            offers.ConvertAll(o => (o.State, o.At, o.ExpiresAt)), steps, messages.ConvertAll(m => (m.Kind, m.Outcome, m.At)));
    }

    private static async Task<((Guid? DealerId, int Places, int Taken) Pool, DateTimeOffset Starts)> PoolAsync(ActivitiesDb db, Activity activity, SignUp signUp, CancellationToken ct)
    {
        if (signUp.SessionId is not { } session)
        {
            return ((null, activity.Places, activity.Taken), activity.RunsUntil);
        }

        var starts = await db.Sessions.Where(s => s.Id == session).Select(s => s.StartsAt).SingleAsync(ct);
        var quota = await db.Quotas.AsNoTracking().Where(q => q.SessionId == session && (q.DealerId == signUp.DealerId || q.DealerId == null)).OrderBy(q => q.DealerId == null).FirstOrDefaultAsync(ct);
        return ((quota?.DealerId, quota?.Places ?? 0, quota?.Taken ?? 0), starts);
    }
}
