using AutoPortal.Activities.Data;
using AutoPortal.Activities.Demo;
using AutoPortal.Activities.Domain;
using AutoPortal.Kernel.Modules;
using AutoPortal.Testing;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Activities.Tests.Demo;

public sealed class DemoKindsTests(ActivitiesFixture activities) : IClassFixture<ActivitiesFixture>
{
    [Fact]
    public async Task Every_kind_has_a_running_activity_with_people_and_sessions_have_a_waiting_line()
    {
        await using var tenant = activities.Tenant();
        activities.Known.Add(tenant.Id, "chenxing");
        await using var house = tenant.AsSystem();

        await house.Get<IEnumerable<IDemoSeed>>().OfType<DemoKinds>().Single().SeedAsync(default);
        await house.Get<IEnumerable<IDemoSeed>>().OfType<DemoKinds>().Single().SeedAsync(default);

        var all = await tenant.ReadAsync<ActivitiesDb, List<Activity>>(db => db.Activities.OrderBy(a => a.Id).ToListAsync());
        all.Select(a => a.Type).ShouldBe(["test_drive_event", "group_purchase", "showroom_event", "survey", "sign_up_gift"]);
        all.ShouldAllBe(a => a.State == ActivityState.Running && a.PageId != null && a.Taken > 5 && a.Taken <= a.Places);
        (await tenant.ReadAsync<ActivitiesDb, int>(db => db.Sessions.CountAsync())).ShouldBe(7);
        (await tenant.ReadAsync<ActivitiesDb, int>(db => db.SignUps.CountAsync(s => s.State == SignUpState.Waitlisted))).ShouldBeGreaterThan(5);
        var quotas = await tenant.ReadAsync<ActivitiesDb, List<SessionQuota>>(db => db.Quotas.ToListAsync());
        quotas.Sum(q => q.Taken).ShouldBe(all.Where(a => a.Type is "test_drive_event" or "group_purchase" or "showroom_event").Sum(a => a.Taken));
        (await tenant.SentAsync<ActivitiesDb>()).ShouldBeEmpty();
    }
}
