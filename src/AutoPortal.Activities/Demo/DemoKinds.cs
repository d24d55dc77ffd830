using AutoPortal.Activities.Contracts;
using AutoPortal.Activities.Data;
using AutoPortal.Activities.Domain;
using AutoPortal.Activities.Kinds;
using AutoPortal.Activities.SignUps;
using AutoPortal.Kernel;
using AutoPortal.Kernel.Data;
using AutoPortal.Kernel.Modules;
using AutoPortal.Kernel.Time;
using AutoPortal.Platform.Contracts;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Activities.Demo;

/// <summary>One lively activity of every kind, with sessions, people and a waiting line, as an organiser would have made it.</summary>
internal sealed class DemoKinds(
    IDbContextFactory<ActivitiesDb> dbs,
    ITenantDirectory tenants,
    IOrganisation organisation,
    ActivityOffer offer,
    KindCatalog kinds,
    DemoActivityPages pages,
    DemoTools tools) : IDemoSeed
{
    public int Order => 51;

    public async Task SeedAsync(CancellationToken ct)
    {
        if (await tenants.FindAsync(tools.Scope.TenantId, ct) is not { Identifier: "chenxing" } || (await organisation.TreeAsync(ct)).Brands is not [var brand, ..])
        {
            return;
        }

        var today = ShanghaiTime.DateOf(tools.Clock.GetUtcNow());
        foreach (var plan in DemoKindPlans.Of(today, brand.Id, kinds))
        {
            var activity = await EnsureAsync(plan, today, ct);
            // The page comes last, so that a seed that was cut off is taken up where it stopped.
            if (activity.WasToldOfPage)
            {
                continue;
            }

            await FillAsync(activity, plan, ct);
            await pages.PublishAsync(activity.Id, ct);
        }
    }

    private async Task<Activity> EnsureAsync(DemoKind plan, DateOnly today, CancellationToken ct)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        if (await db.Activities.AsNoTracking().SingleOrDefaultAsync(a => a.Slug == plan.Plan.Slug, ct) is { } there)
        {
            return there;
        }

        var activity = new Activity(Ids.New(tools.Clock), plan.Plan);
        foreach (var move in new[] { ActivityMove.Submit, ActivityMove.Approve, ActivityMove.Start })
        {
            activity.Move(move);
        }

        var sessions = plan.Sessions.Select(s => New(activity, today.AddDays(s.InDays), s)).ToList();
        if (sessions.Count > 0)
        {
            activity.SumUp(sessions.Sum(s => s.Capacity));
        }

        db.Add(activity);
        db.AddRange(sessions);
        db.AddRange(sessions.Select(s => new SessionQuota(Ids.New(tools.Clock), activity.Id, s.Id, null, s.Capacity, activity.OversellPercent)));
        await db.SaveAsync(ct);
        return activity;
    }

    private ActivitySession New(Activity activity, DateOnly on, DemoSession s)
        => new(Ids.New(tools.Clock), activity.Id, ShanghaiTime.At(on, s.From), ShanghaiTime.At(on, s.From.AddHours(2)), s.Capacity);

    // The first session is liked best: it fills up, and the rest of its people wait.
    private async Task FillAsync(Activity activity, DemoKind plan, CancellationToken ct)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        var quotas = await db.Quotas.AsNoTracking().Where(q => q.ActivityId == activity.Id).OrderBy(q => q.Id).ToListAsync(ct);
        var crowd = new DemoCrowd(tools.Scope.TenantId, tools.Vault, await offer.DealersAsync(activity, ct), await offer.SeriesAsync(activity, ct));
        var left = quotas.ToDictionary(q => q.SessionId, q => q.Places);
        var dice = new Dice((ulong)plan.SignUps);
        List<NewSignUp> rows = [.. crowd.SignUp(activity, plan.SignUps, tools.Clock.GetUtcNow()).Select(told => Place(told, quotas, left, dice, activity.Type))];
        await SignUpRows.InsertAsync(db, rows, ct);
        await db.Sql().ExecuteAsync(
            """
            update activities.session_quotas q set taken = (select count(*) from activities.sign_ups s where {tenant:s} and s.session_id = q.session_id and s.state <> 'waitlisted')
            where {tenant:q} and q.activity_id = @Id
            """, new { activity.Id }, ct);
        await db.Sql().ExecuteAsync(
            "update activities.activities a set taken = (select count(*) from activities.sign_ups s where {tenant:s} and s.activity_id = a.id and s.state <> 'waitlisted') where {tenant:a} and a.id = @Id",
            new { activity.Id }, ct);
        await db.SaveAsync(ct);
    }

    private static NewSignUp Place(SignUpAccepted told, List<SessionQuota> quotas, Dictionary<Guid, int> left, Dice dice, string type)
    {
        if (quotas.Count == 0)
        {
            return new(told with { State = "confirmed" }, type == ActivityTypes.Survey ? DemoAnswers.Of(dice) : "{}");
        }

        var session = dice.Chance(0.6) ? quotas[0].SessionId : dice.Pick(quotas).SessionId;
        var waits = left[session] == 0;
        left[session] -= waits ? 0 : 1;
        return new(told with { SessionId = session, State = waits ? "waitlisted" : "confirmed" });
    }
}
