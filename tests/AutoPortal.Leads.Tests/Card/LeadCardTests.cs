using AutoPortal.Leads.Card;
using AutoPortal.Leads.Contracts;

namespace AutoPortal.Leads.Tests.Card;

public sealed class LeadCardTests(LeadsFixture leads) : IClassFixture<LeadsFixture>
{
    [Fact]
    public async Task The_owner_finds_what_to_do_and_why_the_lead_came_here()
    {
        await using var tenant = leads.Tenant();
        var lead = await tenant.ArriveOneAsync(tenant.SignUp());
        await using var advisor = tenant.AsAdvisor(lead.OwnerId == Make.Id(7011) ? 7011 : 7012);

        var card = (await advisor.Get<LeadCardQueries>().FindAsync(lead.Id, default))!;

        (card.Name, card.PhoneMask, card.State, card.Level).ShouldBe(("李明", "138****5678", "assigned", "H"));
        card.Steps.ShouldBe(["follow_up", "apply_for_lost"], ignoreOrder: true);
        (card.CanFollowUp, card.CanReveal).ShouldBe((true, true));
        card.Levels.Single(l => l.Level == "H").ShouldSatisfyAllConditions(l => l.First.ShouldBe(new(2026, 3, 3)), l => l.Last.ShouldBe(new(2026, 3, 4)));
        (card.ToDealer!.Rule, card.ToAdvisor!.Rule, card.DealerName).ShouldBe(("same_district", "rotation", Neighbours.Tianhe.Name));
    }

    [Fact]
    public async Task HQ_sees_the_first_sign_of_the_name_and_what_HQ_may_do()
    {
        await using var tenant = leads.Tenant();
        await using var hq = tenant.AsHq();
        var lead = await tenant.ArriveOneAsync(tenant.SignUp());

        var card = (await hq.Get<LeadCardQueries>().FindAsync(lead.Id, default))!;

        (card.Name, card.CanFollowUp).ShouldBe(("李**", false));
        card.Steps.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_history_tells_all_steps_newest_first()
    {
        await using var tenant = leads.Tenant();
        var lead = await tenant.ArriveOneAsync(tenant.SignUp());
        await using var advisor = tenant.AsAdvisor(lead.OwnerId == Make.Id(7011) ? 7011 : 7012);

        var lines = await advisor.Get<LeadCardQueries>().HistoryAsync(lead.Id, default);

        lines.Where(l => l.Kind == "move").Select(l => l.To).ShouldBe(["assigned", "dispatched", "cleaned"]);
        lines.Count(l => l.Kind == "allocation").ShouldBe(2);
        lines.Single(l => l.Kind == "touch").Text.ShouldBe("秋季试驾会");
    }

    [Fact]
    public async Task Out_of_reach_there_is_no_card_and_no_history()
    {
        await using var tenant = leads.Tenant();
        await using var otherTenant = leads.Tenant(LeadsPermissions.All);
        await using var otherDealer = tenant.AsManager(702);
        var lead = await tenant.ArriveOneAsync(tenant.SignUp());

        foreach (var stranger in new[] { otherTenant, otherDealer })
        {
            (await stranger.Get<LeadCardQueries>().FindAsync(lead.Id, default)).ShouldBeNull();
            (await stranger.Get<LeadCardQueries>().HistoryAsync(lead.Id, default)).ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task Other_modules_learn_how_many_leads_lie_on_a_desk_and_which_a_customer_has()
    {
        await using var tenant = leads.Tenant();
        await using var other = leads.Tenant();
        var signUp = tenant.SignUp();
        var lead = await tenant.ArriveOneAsync(signUp);
        var directory = tenant.Get<ILeadDirectory>();

        (await directory.CountOpenByAdvisorAsync([lead.OwnerId!.Value, Make.Id(1)], default)).ShouldBe(new Dictionary<Guid, int> { [lead.OwnerId!.Value] = 1 });
        (await directory.CountByCustomerAsync([signUp.CustomerId], default)).ShouldBe(new Dictionary<Guid, int> { [signUp.CustomerId] = 1 });
        (await directory.OfCustomerAsync(signUp.CustomerId, default)).ShouldHaveSingleItem().State.ShouldBe("assigned");
        (await other.Get<ILeadDirectory>().OfCustomerAsync(signUp.CustomerId, default)).ShouldBeEmpty();
    }
}
