using AutoPortal.Activities.Data;
using AutoPortal.Activities.Domain;
using AutoPortal.Activities.Edit;
using AutoPortal.Activities.SignUps;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Kernel.Security;
using AutoPortal.Kernel.Time;
using AutoPortal.Platform.Contracts;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Activities.Arrivals;

/// <summary>Somebody who may come today, as the device keeps it: masked, with the hash of the code.</summary>
/// <param name="H">Hash of the code.</param>
/// <param name="N">Masked name.</param>
/// <param name="T">Last four digits.</param>
/// <param name="S">Where the sign-up stands.</param>
/// <param name="W">The session, or empty.</param>
/// <param name="D">The dealer, or empty.</param>
internal sealed record ExpectedPerson(Guid Id, string H, string N, string T, string S, string W, string D);

/// <summary>The people of one day.</summary>
/// <param name="Day">In Shanghai; the list is good for this day alone.</param>
/// <param name="IsCut">There are more than a device keeps.</param>
internal sealed record ExpectedList(string Day, bool IsCut, IReadOnlyList<ExpectedPerson> People);

/// <summary>What a door shows of its activity.</summary>
/// <param name="Sessions">Of today, soonest first; empty where the activity has none.</param>
/// <param name="Dealers">Within reach, to name for walk-ins.</param>
public sealed record DoorFacts(Guid ActivityId, string TitleZh, string TitleEn, IReadOnlyList<(Guid Id, string Words)> Sessions, IReadOnlyList<(Guid Id, string Name)> Dealers)
{
    /// <summary>It has sessions, today or on another day.</summary>
    public bool HasSessions { get; init; }

    /// <summary>Whoever stands here may take a walk-in for the house as a whole.</summary>
    public bool MayBeOfNoDealer { get; init; }
}

/// <summary>Who is expected at the door today, as far as the scope reaches.</summary>
internal sealed class ExpectedQueries(IDbContextFactory<ActivitiesDb> dbs, IOrganisation organisation, ActivityOffer offer, CurrentScope scope, PhoneVault vault, TimeProvider clock)
{
    /// <summary>Fits a phone's storage well; the rest is asked of the server.</summary>
    public const int Most = 3_000;

    private DateOnly Today => ShanghaiTime.DateOf(clock.GetUtcNow());

    /// <summary>Null where there is no such activity here.</summary>
    public async Task<DoorFacts?> DoorAsync(Guid activityId, CancellationToken ct)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        if (await db.Activities.AsNoTracking().Seen(scope).SingleOrDefaultAsync(a => a.Id == activityId, ct) is not { } activity)
        {
            return null;
        }

        var (from, until) = (ShanghaiTime.StartOf(Today), ShanghaiTime.StartOf(Today.AddDays(1)));
        var sessions = await db.Sessions.AsNoTracking().Where(s => s.ActivityId == activityId && s.StartsAt >= from && s.StartsAt < until).OrderBy(s => s.StartsAt).ToListAsync(ct);
        var dealers = (await offer.DealersAsync(activity, ct)).Where(d => scope.SeesAllDealers || scope.DealerIds.Contains(d.Id));
        return new(activity.Id, activity.TitleZh, activity.TitleEn, sessions.ConvertAll(s => (s.Id, SessionWords.Of(s.StartsAt, s.EndsAt))), [.. dealers.Select(d => (d.Id, d.Name))])
        {
            HasSessions = await db.Sessions.AnyAsync(s => s.ActivityId == activityId, ct),
            MayBeOfNoDealer = scope.SeesAllDealers && !await db.Quotas.AnyAsync(q => q.ActivityId == activityId && q.DealerId != null, ct),
        };
    }

    /// <summary>Those of today's sessions; without sessions, all who have a place. Null where there is no such activity here.</summary>
    public async Task<ExpectedList?> TodayAsync(Guid activityId, CancellationToken ct)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        if (!await db.Activities.Seen(scope).AnyAsync(a => a.Id == activityId, ct))
        {
            return null;
        }

        var tree = await organisation.TreeAsync(ct);
        var (from, until) = (ShanghaiTime.StartOf(Today), ShanghaiTime.StartOf(Today.AddDays(1)));
        var sessions = await db.Sessions.AsNoTracking().Where(s => s.ActivityId == activityId && s.StartsAt >= from && s.StartsAt < until).ToDictionaryAsync(s => s.Id, ct);
        var people = await db.SignUps.AsNoTracking()
            .Where(s => s.ActivityId == activityId && (s.SessionId == null || sessions.Keys.Contains(s.SessionId.Value)))
            .OrderBy(s => s.Id).Take(Most + 1)
            .Select(s => new { s.Id, s.NameMask, s.PhoneTail, s.State, s.SessionId, s.DealerId }).ToListAsync(ct);
        return new(
            Today.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
            people.Count > Most,
            [.. people.Take(Most).Select(p => new ExpectedPerson(
                p.Id,
                CheckInCodes.HashOf(activityId, CheckInCodes.Normalise(CheckInCodes.Of(vault, scope.TenantId, activityId, p.Id))!),
                p.NameMask,
                p.PhoneTail,
                SignUpStates.Of(p.State),
                p.SessionId is { } session ? SessionWords.Of(sessions[session].StartsAt, sessions[session].EndsAt) : "",
                tree.LabelOf(p.DealerId) ?? ""))]);
    }
}
