using AutoPortal.Customers.Contracts;
using AutoPortal.Kernel.Modules;
using AutoPortal.Leads.Data;
using AutoPortal.Leads.Domain;
using AutoPortal.Testing;

namespace AutoPortal.Leads.Tests.Demo;

public sealed class DemoLeadsTests(LeadsFixture leads) : IClassFixture<LeadsFixture>
{
    [Fact]
    public async Task Sign_ups_of_the_past_become_leads_in_every_stage_and_nobody_is_told()
    {
        await using var tenant = leads.Tenant();
        leads.Neighbours.History[tenant.Id] = SignUps(tenant, 150);

        await SeedAsync(tenant);

        var made = await tenant.LeadsAsync();
        made.Count.ShouldBe(150);
        made.ShouldAllBe(l => l.CreatedAt < Make.Now.AddHours(-1));
        new[] { LeadState.Following, LeadState.Invited, LeadState.Ordered, LeadState.Delivered, LeadState.Lost }.Except(made.Select(l => l.State)).ShouldBeEmpty();
        made.Count(l => l.IsOverdue(Make.Now) && l.State.IsWorked()).ShouldBeInRange(1, 60);
        made.SelectMany(l => l.FollowUps).ShouldAllBe(f => f.At < Make.Now);
        (await tenant.SentAsync<LeadsDb>()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Seeding_again_changes_nothing()
    {
        await using var tenant = leads.Tenant();
        leads.Neighbours.History[tenant.Id] = SignUps(tenant, 40);
        await SeedAsync(tenant);
        var before = (await tenant.LeadsAsync()).Select(l => (l.Id, l.State, l.EnquiryCount, l.FollowUps.Count)).ToList();

        await SeedAsync(tenant);

        (await tenant.LeadsAsync()).Select(l => (l.Id, l.State, l.EnquiryCount, l.FollowUps.Count)).ShouldBe(before);
    }

    private static List<CustomerSignedUp> SignUps(TestTenant tenant, int count)
        => [.. Enumerable.Range(0, count).Select(n => tenant.SignUp(phone: $"138{n * 7_919:D8}", window: n % 3 == 0 ? "7d" : "3m") with { At = Make.Now.AddDays(-40).AddHours(n * 6) })];

    private static async Task SeedAsync(TestTenant tenant)
    {
        await using var house = tenant.AsSystem();
        await house.Get<IEnumerable<IDemoSeed>>().Single().SeedAsync(default);
    }
}
