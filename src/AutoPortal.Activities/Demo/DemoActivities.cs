using AutoPortal.Activities.Data;
using AutoPortal.Activities.Domain;
using AutoPortal.Activities.SignUps;
using AutoPortal.Kernel;
using AutoPortal.Kernel.Data;
using AutoPortal.Kernel.Modules;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Kernel.Security;
using AutoPortal.Kernel.Time;
using AutoPortal.Platform.Contracts;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Activities.Demo;

/// <summary>Activities of the demonstration with their pages and the people who have signed up so far.</summary>
internal sealed class DemoActivities(
    IDbContextFactory<ActivitiesDb> dbs,
    ITenantDirectory tenants,
    IOrganisation organisation,
    ActivityOffer offer,
    DemoActivityPages pages,
    DemoTools tools) : IDemoSeed
{
    public int Order => 50;

    public async Task SeedAsync(CancellationToken ct)
    {
        if (await tenants.FindAsync(tools.Scope.TenantId, ct) is not { } tenant || (await organisation.TreeAsync(ct)).Brands is not [var brand, ..])
        {
            return;
        }

        foreach (var plan in DemoPlans.Of(tenant.Identifier))
        {
            var activity = await EnsureAsync(plan, brand.Id, ct);
            // The page comes last, so that a seed that was cut off is taken up where it stopped.
            if (!activity.WasToldOfPage)
            {
                await FillAsync(activity, plan.SignUps, ct);
                await pages.PublishAsync(activity, plan, tenant, ct);
            }
        }
    }

    private async Task<Activity> EnsureAsync(DemoActivity plan, Guid brandId, CancellationToken ct)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        if (await db.Activities.AsNoTracking().SingleOrDefaultAsync(a => a.Slug == plan.Slug, ct) is { } there)
        {
            return there;
        }

        var activity = New(plan, brandId);
        db.Activities.Add(activity);
        await db.SaveAsync(ct);
        return activity;
    }

    private async Task FillAsync(Activity activity, int count, CancellationToken ct)
    {
        var crowd = new DemoCrowd(tools.Scope.TenantId, tools.Vault, await offer.DealersAsync(activity, ct), await offer.SeriesAsync(activity, ct));
        var now = tools.Clock.GetUtcNow();
        await using var db = await dbs.CreateDbContextAsync(ct);
        await SignUpRows.InsertAsync(db, [.. crowd.SignUp(activity, count, activity.SignUpUntil < now ? activity.SignUpUntil : now).Select(s => new NewSignUp(s))], ct);
        await db.Sql().ExecuteAsync(
            "update activities.activities a set taken = (select count(*) from activities.sign_ups s where {tenant:s} and s.activity_id = a.id) where {tenant:a} and a.id = @Id",
            new { activity.Id },
            ct);
        await db.SaveAsync(ct);
    }

    private Activity New(DemoActivity plan, Guid brandId)
    {
        var today = ShanghaiTime.DateOf(tools.Clock.GetUtcNow());
        var until = ShanghaiTime.StartOf(today.AddDays(plan.ClosesInDays));
        var activity = new Activity(Ids.New(tools.Clock), new()
        {
            Slug = plan.Slug,
            BrandId = brandId,
            TitleZh = plan.TitleZh,
            TitleEn = plan.TitleEn,
            VenueZh = plan.VenueZh,
            VenueEn = plan.VenueEn,
            SignUpFrom = ShanghaiTime.StartOf(today.AddDays(-plan.OpenedDaysAgo)),
            SignUpUntil = until,
            RunsFrom = ShanghaiTime.StartOf(today.AddDays(-plan.OpenedDaysAgo)),
            RunsUntil = until.AddDays(7),
            Quota = plan.Quota,
        });
        foreach (var move in plan.Moves)
        {
            if (activity.Move(move) is { } refusal)
            {
                throw new InvalidOperationException($"The plan of {plan.Slug} cannot {move}: {refusal.Code}.");
            }
        }

        return activity;
    }
}

/// <summary>What every seed of this module needs.</summary>
internal sealed record DemoTools(CurrentScope Scope, PhoneVault Vault, TimeProvider Clock);
