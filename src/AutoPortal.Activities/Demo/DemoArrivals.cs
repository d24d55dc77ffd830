using AutoPortal.Activities.Data;
using AutoPortal.Activities.Domain;
using AutoPortal.Activities.SignUps;
using AutoPortal.Kernel;
using AutoPortal.Kernel.Data;
using AutoPortal.Kernel.Modules;
using AutoPortal.Kernel.Time;
using AutoPortal.Platform.Contracts;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Activities.Demo;

/// <summary>An activity in full swing: a session that is over, one of today with people at the door, and one of tomorrow that is not full yet.</summary>
internal sealed class DemoArrivals(IDbContextFactory<ActivitiesDb> dbs, ITenantDirectory tenants, IOrganisation organisation, ActivityOffer offer, DemoActivityPages pages, DemoTools tools) : IDemoSeed
{
    private const string Slug = "open-house";
    private const int PlacesEach = 25;
    private static readonly TimeOnly Opens = new(9, 0);
    private static readonly (int InDays, int People)[] Days = [(-2, 48), (0, 42), (1, 27)];

    public int Order => 52;

    public async Task SeedAsync(CancellationToken ct)
    {
        if (await tenants.FindAsync(tools.Scope.TenantId, ct) is not { Identifier: "chenxing" } || (await organisation.TreeAsync(ct)).Brands is not [var brand, ..])
        {
            return;
        }

        var activity = await EnsureAsync(ShanghaiTime.DateOf(tools.Clock.GetUtcNow()), brand.Id, ct);
        // The page comes last, so that a seed that was cut off is taken up where it stopped.
        if (activity.WasToldOfPage)
        {
            return;
        }

        await FillAsync(activity, ct);
        await LetInAsync(activity.Id, ct);
        await pages.PublishAsync(activity.Id, ct);
    }

    private async Task<Activity> EnsureAsync(DateOnly today, Guid brandId, CancellationToken ct)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        if (await db.Activities.AsNoTracking().SingleOrDefaultAsync(a => a.Slug == Slug, ct) is { } there)
        {
            return there;
        }

        var activity = new Activity(Ids.New(tools.Clock), Plan(today, brandId));
        foreach (var move in new[] { ActivityMove.Submit, ActivityMove.Approve, ActivityMove.Start })
        {
            activity.Move(move);
        }

        var dealers = (await offer.DealersAsync(activity, ct)).OrderByDescending(d => d.City == "上海").Take(3).ToList();
        var sessions = Days.Select(d => new ActivitySession(Ids.New(tools.Clock), activity.Id, ShanghaiTime.At(today.AddDays(d.InDays), Opens), ShanghaiTime.At(today.AddDays(d.InDays), Opens.AddHours(12)), PlacesEach)).ToList();
        activity.SumUp(sessions.Count * dealers.Count * PlacesEach);
        db.Add(activity);
        db.AddRange(sessions);
        db.AddRange(sessions.SelectMany(s => dealers.Select(d => new SessionQuota(Ids.New(tools.Clock), activity.Id, s.Id, d.Id, PlacesEach, 0))));
        await db.SaveAsync(ct);
        return activity;
    }

    private async Task FillAsync(Activity activity, CancellationToken ct)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        var sessions = await db.Sessions.AsNoTracking().Where(s => s.ActivityId == activity.Id).OrderBy(s => s.StartsAt).ToListAsync(ct);
        var hosts = await db.Quotas.Where(q => q.ActivityId == activity.Id).Select(q => q.DealerId!.Value).Distinct().ToListAsync(ct);
        var dealers = (await offer.DealersAsync(activity, ct)).Where(d => hosts.Contains(d.Id)).ToList();
        var crowd = new DemoCrowd(tools.Scope.TenantId, tools.Vault, dealers, await offer.SeriesAsync(activity, ct)).SignUp(activity, Days.Sum(d => d.People), sessions[0].StartsAt.AddHours(-6));
        var seats = sessions.Zip(Days).SelectMany(s => Enumerable.Repeat(s.First.Id, s.Second.People)).ToList();
        await SignUpRows.InsertAsync(db, [.. crowd.Select((told, i) => new NewSignUp(told with { SessionId = seats[i], DealerId = dealers[i % dealers.Count].Id }))], ct);
        await db.Sql().ExecuteAsync(
            "update activities.session_quotas q set taken = (select count(*) from activities.sign_ups s where {tenant:s} and s.session_id = q.session_id and s.dealer_id = q.dealer_id) where {tenant:q} and q.activity_id = @Id",
            new { activity.Id }, ct);
        await db.Sql().ExecuteAsync("update activities.activities a set taken = (select count(*) from activities.sign_ups s where {tenant:s} and s.activity_id = a.id) where {tenant:a} and a.id = @Id", new { activity.Id }, ct);
        await db.SaveAsync(ct);
    }

    // As the door would have written it; seeds tell nobody.
    private async Task LetInAsync(Guid activityId, CancellationToken ct)
    {
        var now = tools.Clock.GetUtcNow();
        var dice = new Dice(52);
        await using var db = await dbs.CreateDbContextAsync(ct);
        var sessions = await db.Sessions.AsNoTracking().Where(s => s.ActivityId == activityId && s.StartsAt < now).ToDictionaryAsync(s => s.Id, ct);
        foreach (var signUp in await db.SignUps.Where(s => s.ActivityId == activityId && s.State == SignUpState.Confirmed).OrderBy(s => s.Id).ToListAsync(ct))
        {
            if (signUp.SessionId is not { } chosen || !sessions.TryGetValue(chosen, out var session))
            {
                continue;
            }

            var at = session.StartsAt.AddMinutes(dice.Roll(600));
            var comes = dice.Chance(0.72) && at < now;
            var (act, reason) = comes ? (SignUpAct.CheckIn, StepReasons.AtTheDoor) : (SignUpAct.MissOut, StepReasons.DidNotCome);
            if (!comes && session.EndsAt > now)
            {
                continue;
            }

            var from = signUp.State;
            signUp.Move(act);
            db.Add(new SignUpStep(Ids.New(tools.Clock), activityId, signUp.Id, from, signUp.State, comes ? "门店接待" : "", reason, comes ? at : session.EndsAt));
            if (comes)
            {
                db.Add(new GateAct(Ids.New(tools.Clock), activityId, signUp, dice.Chance(0.8) ? GateWays.Scanned : GateWays.Found, GateOutcomes.Done, at, at, "门店接待"));
            }
        }

        await db.SaveAsync(ct);
    }

    private static ActivityPlan Plan(DateOnly today, Guid brandId) => new()
    {
        Type = ActivityTypes.TestDriveEvent,
        Slug = Slug,
        BrandId = brandId,
        TitleZh = "城东开放日试驾",
        TitleEn = "Open house test drives",
        VenueZh = "参与活动的门店",
        VenueEn = "Dealers that take part",
        SignUpFrom = ShanghaiTime.StartOf(today.AddDays(-12)),
        SignUpUntil = ShanghaiTime.StartOf(today.AddDays(1)).AddHours(8),
        RunsFrom = ShanghaiTime.StartOf(today.AddDays(-2)),
        RunsUntil = ShanghaiTime.StartOf(today.AddDays(2)),
        Quota = 1,
        HasWaitingList = true,
        Wording = new(new("到店饮品一份", "A drink on the house"), new("每个手机号限报名一次。", "One sign-up for each phone number."), new("")),
    };
}
