using AutoPortal.Activities.Contracts;
using AutoPortal.Activities.Data;
using AutoPortal.Activities.Demo;
using AutoPortal.Activities.Domain;
using AutoPortal.Kernel.Modules;
using AutoPortal.Pages.Contracts;
using AutoPortal.Testing;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Activities.Tests.Demo;

public sealed class DemoActivitiesTests(ActivitiesFixture activities) : IClassFixture<ActivitiesFixture>
{
    [Fact]
    public async Task The_demonstration_has_running_activities_with_pages_and_people_and_seeds_once()
    {
        await using var tenant = activities.Tenant();
        activities.Known.Add(tenant.Id, "chenxing");
        await using var house = tenant.AsSystem();

        await house.Get<IEnumerable<IDemoSeed>>().OfType<DemoActivities>().Single().SeedAsync(default);
        await house.Get<IEnumerable<IDemoSeed>>().OfType<DemoActivities>().Single().SeedAsync(default);

        var all = await tenant.ReadAsync<ActivitiesDb, List<Activity>>(db => db.Activities.OrderBy(a => a.Slug).ToListAsync());
        all.Select(a => (a.Slug, a.State, a.Quota)).ShouldBe([("autumn-test-drive", ActivityState.Running, 5_000), ("city-night-drive", ActivityState.Running, 300), ("summer-family-day", ActivityState.Ended, 200)]);
        all.ShouldAllBe(a => a.PageId != null && a.Taken > 100);
        (await tenant.SentAsync<ActivitiesDb>()).ShouldBeEmpty();
        var pages = activities.Pages.Made.Where(p => p.Tenant == tenant.Id).Select(p => p.Page).ToList();
        pages.Select(p => p.Slug).Order().ShouldBe(["autumn-test-drive", "city-night-drive", "privacy", "summer-family-day"]);
        System.Text.Json.JsonDocument.Parse(pages.Single(p => p.Slug == "autumn-test-drive").Document!).RootElement.GetProperty("blocks").GetArrayLength().ShouldBeGreaterThan(8);
    }

    [Fact]
    public async Task History_is_read_whole_and_oldest_first()
    {
        await using var tenant = activities.Tenant();
        activities.Known.Add(tenant.Id, "chenxing");
        await using var house = tenant.AsSystem();
        await house.Get<IEnumerable<IDemoSeed>>().OfType<DemoActivities>().Single().SeedAsync(default);

        var read = new List<SignUpAccepted>();
        await foreach (var batch in house.Get<ISignUpHistory>().ReadAsync(default))
        {
            read.AddRange(batch);
        }

        read.Count.ShouldBe(await tenant.ReadAsync<ActivitiesDb, int>(db => db.SignUps.CountAsync()));
        read.Select(s => s.SignUpId).Distinct().Count().ShouldBe(read.Count);
        read.Select(s => s.At.ToUnixTimeMilliseconds()).ShouldBeInOrder();
    }
}
