using AutoPortal.Activities.Consumer;
using AutoPortal.Activities.Data;
using AutoPortal.Activities.Domain;
using AutoPortal.Activities.OwnPage;
using AutoPortal.Kernel.Data;
using AutoPortal.Kernel.Messaging;
using AutoPortal.Pages.Contracts;
using AutoPortal.Testing;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Activities.Tests.OwnPage;

public sealed class FollowPagesTests(ActivitiesFixture activities) : IClassFixture<ActivitiesFixture>
{
    private static readonly Guid Page = Make.Id();
    private static readonly DateTimeOffset Noon = new(2026, 11, 26, 4, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task The_list_shows_an_activity_from_its_pages_publication_until_its_withdrawal()
    {
        await using var tenant = activities.Tenant(ActivitiesPermissions.Manage);
        var activity = await tenant.RunningAsync();
        await tenant.Get<MakeActivityPage>().RunAsync(activity.Id, default);
        (await ListedAsync(tenant)).ShouldBeEmpty();

        await TellAsync(tenant, new PagePublished(Page, "a", "autumn", activity.Id, 1, Noon));
        (await ListedAsync(tenant)).ShouldBe(["金秋试驾会"]);

        await TellAsync(tenant, new PageWithdrawn(Page, "a", "autumn", activity.Id, Noon.AddMinutes(1)));
        (await ListedAsync(tenant)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_word_that_comes_late_or_twice_changes_nothing()
    {
        await using var tenant = activities.Tenant();
        var activity = await tenant.RunningAsync();
        var published = new PagePublished(Page, "a", "autumn", activity.Id, 1, Noon);
        await TellAsync(tenant, published);
        await TellAsync(tenant, new PageWithdrawn(Page, "a", "autumn", activity.Id, Noon.AddMinutes(1)));

        await TellAsync(tenant, published);

        (await StoredAsync(tenant)).IsPagePublic.ShouldBeFalse();
    }

    [Fact]
    public async Task A_message_that_is_delivered_twice_is_taken_once()
    {
        await using var tenant = activities.Tenant();
        var activity = await tenant.RunningAsync();
        await using var house = tenant.AsSystem();
        var handler = new FollowPages(house.Get<IDbContextFactory<ActivitiesDb>>());
        var delivery = new Delivery<PagePublished>(Make.Id(), new PagePublished(Page, "a", "autumn", activity.Id, 1, Noon), Noon);
        await handler.HandleAsync([delivery], default);
        await tenant.SaveAsync<ActivitiesDb, int>(db => db.Sql().ExecuteAsync("update activities.activities a set is_page_public = false, page_told_at = null where {tenant:a}", null, default));

        await handler.HandleAsync([delivery], default);

        (await StoredAsync(tenant)).IsPagePublic.ShouldBeFalse();
    }

    [Fact]
    public async Task A_page_elsewhere_about_the_activity_does_not_put_it_on_the_list()
    {
        await using var tenant = activities.Tenant();
        var activity = await tenant.RunningAsync();

        await TellAsync(tenant, new PagePublished(Page, "a", "autumn-sh01", activity.Id, 1, Noon));
        await TellAsync(tenant, new PagePublished(Page, "p", "autumn", activity.Id, 1, Noon));
        await TellAsync(tenant, new PagePublished(Page, "a", "autumn", Make.Id(), 1, Noon));

        (await StoredAsync(tenant)).IsPagePublic.ShouldBeFalse();
    }

    [Fact]
    public async Task Another_tenants_page_is_not_taken_for_ours()
    {
        await using var tenant = activities.Tenant();
        await using var other = activities.Tenant();
        var activity = await tenant.RunningAsync();

        await TellAsync(other, new PagePublished(Page, "a", "autumn", activity.Id, 1, Noon));

        (await StoredAsync(tenant)).IsPagePublic.ShouldBeFalse();
    }

    [Fact]
    public async Task Pages_made_before_are_asked_about_once()
    {
        await using var tenant = activities.Tenant(ActivitiesPermissions.Manage);
        var shown = await tenant.RunningAsync();
        var hidden = await tenant.RunningAsync(Make.Plan() with { Slug = "winter" });
        var page = await tenant.Get<MakeActivityPage>().RunAsync(shown.Id, default);
        await tenant.Get<MakeActivityPage>().RunAsync(hidden.Id, default);
        await tenant.Get<IPagePublishing>().PublishAsync(page.Value, default);
        await tenant.SaveAsync<ActivitiesDb, int>(db => db.Sql().ExecuteAsync("update activities.activities a set is_page_public = true where {tenant:a}", null, default));
        await using var house = tenant.AsSystem();

        await house.Get<LearnPages>().RunAsync(default);

        (await tenant.ReadAsync<ActivitiesDb, List<string>>(db => db.Activities.Where(a => a.IsPagePublic).Select(a => a.Slug).ToListAsync())).ShouldBe(["autumn"]);
        (await tenant.ReadAsync<ActivitiesDb, int>(db => db.Activities.CountAsync(a => a.PageToldAt == null))).ShouldBe(0);
    }

    private static async Task TellAsync(TestTenant tenant, IntegrationEvent told)
    {
        await tenant.SaveAsync<ActivitiesDb, int>(db =>
        {
            db.Publish(told);
            return Task.FromResult(0);
        });
        await tenant.DeliverAsync();
    }

    private static async Task<IEnumerable<string>> ListedAsync(TestTenant tenant)
        => (await tenant.Get<ConsumerQueries>().ListAsync(new("test", "辰星汽车", PageLanguages.Chinese, new("", "", "", ""), null, ""), null, null, null, default)).Select(a => a.Title);

    private static Task<Activity> StoredAsync(TestTenant tenant) => tenant.ReadAsync<ActivitiesDb, Activity>(db => db.Activities.AsNoTracking().SingleAsync());
}
