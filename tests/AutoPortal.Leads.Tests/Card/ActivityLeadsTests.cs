using AutoPortal.Activities.Contracts;

namespace AutoPortal.Leads.Tests.Card;

public sealed class ActivityLeadsTests(LeadsFixture leads) : IClassFixture<LeadsFixture>
{
    [Fact]
    public async Task An_activity_learns_how_many_leads_it_fed_and_no_other_tenant_does()
    {
        await using var tenant = leads.Tenant();
        await using var other = leads.Tenant();
        var signUp = tenant.SignUp();
        await tenant.ArriveOneAsync(signUp);

        var figures = await tenant.Get<IActivityLeads>().OfActivityAsync(signUp.ActivityId, default);

        figures.ShouldBe(new(Leads: 1, Valid: 1, Visited: 0, TestDriven: 0, Ordered: 0));
        (await other.Get<IActivityLeads>().OfActivityAsync(signUp.ActivityId, default)).Leads.ShouldBe(0);
    }
}
