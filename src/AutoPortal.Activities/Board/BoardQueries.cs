using AutoPortal.Activities.Contracts;
using AutoPortal.Activities.Data;
using AutoPortal.Activities.Domain;
using AutoPortal.Activities.Edit;
using AutoPortal.Kernel.Data;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Kernel.Time;
using AutoPortal.Platform.Contracts;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Activities.Board;

/// <summary>Where the people of one session stand at one dealer, or at all that share its places.</summary>
/// <param name="SessionId">Null where the activity has no sessions.</param>
/// <param name="Dealer">Null where all share the places.</param>
/// <param name="Target">Places as the organiser set them; null where only a part of the people is in reach.</param>
/// <param name="Expected">Arrivals expected; only for sessions of tomorrow.</param>
public sealed record BoardRow(Guid? SessionId, DateTimeOffset? StartsAt, DateTimeOffset? EndsAt, string? Dealer, int SignedUp, int Confirmed, int Waiting, int Arrived, int NoShow, int? Target, int? Expected)
{
    /// <summary>Missing to the target; null without a forecast, 0 where it will be met.</summary>
    public int? Gap => Target is { } target && Expected is { } expected ? Math.Max(0, target - expected) : null;
}

/// <summary>A rate behind the forecast.</summary>
/// <param name="Class">Stored word of the class.</param>
public sealed record RateRow(string Class, double Rate, bool IsOwn, int People);

/// <summary>Somebody who could still be invited, masked.</summary>
/// <param name="Why"><c>waiting</c> or <c>came_before</c> or <c>signed_before</c>.</param>
public sealed record InviteRow(Guid SignUpId, string NameMask, string PhoneMask, string? Dealer, string Why, DateTimeOffset At);

/// <summary>Everything the board shows; figures as far as the scope reaches.</summary>
public sealed record ActivityBoard(
    string TitleZh, string TitleEn, string State, IReadOnlyList<BoardRow> Rows, IReadOnlyList<(DateTimeOffset Hour, int People)> Hours, int WalkIns, int Conflicts,
    IReadOnlyList<RateRow> Rates, IReadOnlyList<InviteRow> Invites, ActivityLeadFigures? Leads);

/// <summary>Reads the board of one activity.</summary>
internal sealed class BoardQueries(IDbContextFactory<ActivitiesDb> dbs, IOrganisation organisation, IActivityLeads leads, CurrentScope scope, TimeProvider clock)
{
    private const int MostInvites = 30;

    /// <summary>Null where there is no such activity here.</summary>
    public async Task<ActivityBoard?> FindAsync(Guid activityId, CancellationToken ct)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        if (!scope.May(ActivitiesPermissions.Read) || await db.Activities.AsNoTracking().Seen(scope).SingleOrDefaultAsync(a => a.Id == activityId, ct) is not { } activity)
        {
            return null;
        }

        var tree = await organisation.TreeAsync(ct);
        var rates = ArrivalForecast.Rates(await new PastShowUps(db).ReadAsync(clock.GetUtcNow(), ct));
        var rows = await RowsAsync(db, activity, tree, rates, ct);
        return new(
            activity.TitleZh, activity.TitleEn, StateWord.Of(activity.State), rows, await HoursAsync(db, activityId, ct),
            await db.GateActs.CountAsync(a => a.ActivityId == activityId && a.How == GateWays.WalkIn, ct),
            await db.GateActs.CountAsync(a => a.ActivityId == activityId && a.Outcome == GateOutcomes.Used, ct),
            [.. rates.Select(r => new RateRow(PastShowUps.WordOf(r.Key), r.Value.Rate, r.Value.IsOwn, r.Value.People))],
            rows.Any(r => r.Gap > 0) ? await InvitesAsync(db, activity, tree, ct) : [],
            await leads.OfActivityAsync(activityId, ct));
    }

    private async Task<List<BoardRow>> RowsAsync(ActivitiesDb db, Activity activity, OrganisationTree tree, IReadOnlyDictionary<ArrivalClass, ShowUpRate> rates, CancellationToken ct)
    {
        var people = await db.Sql().QueryAsync<PersonCount>(
            $$"""
            select p.session_id as "SessionId", p.dealer_id as "DealerId", p.state as "State", p.class as "Class", count(*)::int as "People" from (
                select s.session_id, s.dealer_id, s.state, {{PastShowUps.ClassSql}} as class from activities.sign_ups s where {reach:s,dealer_id,none} and s.activity_id = @activityId) p
            group by 1, 2, 3, 4
            """, new { activityId = activity.Id }, ct);
        var sessions = await db.Sessions.AsNoTracking().Where(s => s.ActivityId == activity.Id).OrderBy(s => s.StartsAt).ToListAsync(ct);
        if (sessions.Count == 0)
        {
            return [Row(null, null, people, scope.SeesAllDealers ? activity.Quota : null, null)];
        }

        var tomorrow = ShanghaiTime.DateOf(clock.GetUtcNow()).AddDays(1);
        var quotas = (await db.Quotas.AsNoTracking().Where(q => q.ActivityId == activity.Id).ToListAsync(ct)).Where(q => q.DealerId is not { } d || scope.SeesAllDealers || scope.DealerIds.Contains(d)).ToLookup(q => q.SessionId);
        return [.. sessions.SelectMany(s => quotas[s.Id].OrderBy(q => tree.LabelOf(q.DealerId), StringComparer.Ordinal).Select(q =>
        {
            var own = quotas[s.Id].Select(o => o.DealerId).OfType<Guid>().ToHashSet();
            var here = people.Where(p => p.SessionId == s.Id && (q.DealerId == p.DealerId || (q.DealerId is null && (p.DealerId is not { } d || !own.Contains(d))))).ToList();
            // A shared row of which one sees one's own people only has no target of one's own.
            return Row(s, tree.LabelOf(q.DealerId), here, q.DealerId is null && !scope.SeesAllDealers ? null : q.Capacity, ShanghaiTime.DateOf(s.StartsAt) == tomorrow ? rates : null);
        }))];
    }

    private static BoardRow Row(ActivitySession? session, string? dealer, IReadOnlyCollection<PersonCount> people, int? target, IReadOnlyDictionary<ArrivalClass, ShowUpRate>? rates)
    {
        int Of(params SignUpState[] states) => people.Where(p => states.Contains(SignUpStates.Read(p.State))).Sum(p => p.People);
        int? expected = rates is null ? null : ArrivalForecast.Expect(people.Where(p => PastShowUps.ClassOf(p.Class) is not null).GroupBy(p => PastShowUps.ClassOf(p.Class)!.Value).ToDictionary(g => g.Key, g => g.Sum(p => p.People)), rates);
        return new(
            session?.Id, session?.StartsAt, session?.EndsAt, dealer, people.Sum(p => p.People) - Of(SignUpState.Cancelled), Of(SignUpState.Confirmed, SignUpState.CheckedIn, SignUpState.Rewarded, SignUpState.NoShow),
            Of(SignUpState.Waitlisted), Of(SignUpState.CheckedIn, SignUpState.Rewarded), Of(SignUpState.NoShow), target, expected);
    }

    private static async Task<IReadOnlyList<(DateTimeOffset Hour, int People)>> HoursAsync(ActivitiesDb db, Guid activityId, CancellationToken ct)
    {
        // The last day on which anybody came, hour by hour.
        var came = db.GateActs.Where(a => a.ActivityId == activityId && a.Outcome == GateOutcomes.Done);
        if (await came.MaxAsync(a => (DateTimeOffset?)a.At, ct) is not { } last)
        {
            return [];
        }

        var (from, until) = (ShanghaiTime.StartOf(ShanghaiTime.DateOf(last)), ShanghaiTime.StartOf(ShanghaiTime.DateOf(last).AddDays(1)));
        var moments = await came.Where(a => a.At >= from && a.At < until).GroupBy(a => a.SignUpId).Select(g => g.Min(a => a.At)).ToListAsync(ct);
        var hours = moments.GroupBy(m => (int)(m - from).TotalHours).ToDictionary(g => g.Key, g => g.Count());
        return [.. Enumerable.Range(hours.Keys.Min(), hours.Keys.Max() - hours.Keys.Min() + 1).Select(h => (from.AddHours(h), hours.GetValueOrDefault(h)))];
    }

    // Those who may be called, nearest first: they wait, they came to something else, they signed up to something else.
    private async Task<List<InviteRow>> InvitesAsync(ActivitiesDb db, Activity activity, OrganisationTree tree, CancellationToken ct)
    {
        var since = clock.GetUtcNow().AddDays(-365);
        var waiting = await db.SignUps.AsNoTracking().Where(s => s.ActivityId == activity.Id && s.State == SignUpState.Waitlisted && s.MayBeContacted).OrderBy(s => s.QueuedAt).Take(MostInvites).ToListAsync(ct);
        var hosts = await db.Quotas.Where(q => q.ActivityId == activity.Id && q.DealerId != null).Select(q => q.DealerId!.Value).Distinct().ToListAsync(ct);
        var cities = tree.Dealers.Where(d => hosts.Contains(d.Id)).Select(d => d.City).Distinct(StringComparer.Ordinal).ToList();
        var before = await db.SignUps.AsNoTracking()
            // Whoever lives far from the hosts is not worth a call.
            .Where(s => hosts.Count == 0 || (s.DealerId != null ? hosts.Contains(s.DealerId.Value) : s.City != null && cities.Contains(s.City)))
            .Where(s => s.ActivityId != activity.Id && s.MayBeContacted && s.At >= since && s.State != SignUpState.Cancelled && !db.SignUps.IgnoreQueryFilters(new[] { ModuleDb.ReachFilter }).Any(o => o.ActivityId == activity.Id && o.PhoneHash == s.PhoneHash))
            .OrderByDescending(s => s.State == SignUpState.CheckedIn || s.State == SignUpState.Rewarded).ThenByDescending(s => s.At).Take(MostInvites * 2).ToListAsync(ct);
        return [.. waiting.Select(s => (SignUp: s, Why: "waiting"))
            .Concat(before.DistinctBy(s => s.PhoneHash).Select(s => (SignUp: s, Why: s.State is SignUpState.CheckedIn or SignUpState.Rewarded ? "came_before" : "signed_before")))
            .Take(MostInvites).Select(x => new InviteRow(x.SignUp.Id, x.SignUp.NameMask, x.SignUp.PhoneMask, tree.LabelOf(x.SignUp.DealerId), x.Why, x.SignUp.At))];
    }

    private sealed class PersonCount
    {
        public Guid? SessionId { get; init; }

        public Guid? DealerId { get; init; }

        public string State { get; init; } = "";

        public string? Class { get; init; }

        public int People { get; init; }
    }
}
