using AutoPortal.Leads.Card;
using AutoPortal.Leads.Domain;
using AutoPortal.Leads.Work;
using AutoPortal.Testing;
using Bunit;

namespace AutoPortal.Leads.Tests.Work;

public sealed class FollowUpFormTests(LeadsFixture leads) : IClassFixture<LeadsFixture>
{
    [Fact]
    public async Task Without_a_next_contact_nothing_is_saved_and_the_note_stays()
    {
        await using var tenant = leads.Tenant();
        var lead = await tenant.ArriveOneAsync(tenant.SignUp());
        await using var advisor = tenant.AsAdvisor(AdvisorOf(lead));
        await using var screens = new LeadScreens(advisor, leads.Time);
        var form = await FormAsync(screens, advisor, lead.Id);
        await form.Find("input[name=outcome][value=reached]").ChangeAsync("reached");
        await form.Find("textarea[name=note]").ChangeAsync("想周末看车");

        await form.Find("form").SubmitAsync();

        form.Markup.ShouldContain("请选择下次联系时间");
        form.Find("textarea[name=note]").GetAttribute("value").ShouldBe("想周末看车");
        (await tenant.LeadAsync(lead.Id)).FollowUps.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_result_and_a_next_contact_are_all_it_takes()
    {
        await using var tenant = leads.Tenant();
        var lead = await tenant.ArriveOneAsync(tenant.SignUp());
        await using var advisor = tenant.AsAdvisor(AdvisorOf(lead));
        await using var screens = new LeadScreens(advisor, leads.Time);
        var form = await FormAsync(screens, advisor, lead.Id);
        await form.Find("input[name=outcome][value=reached]").ChangeAsync("reached");
        await form.Find("input[name=next_pick]").ChangeAsync("picked");

        await form.Find("form").SubmitAsync();

        form.WaitForAssertion(() => screens.Said.ShouldHaveSingleItem().ShouldBe("已记下，明天 10:00 提醒你再联系"));
        var saved = await tenant.LeadAsync(lead.Id);
        (saved.State, saved.FollowUps.Single().Result).ShouldBe((LeadState.Following, ContactResult.Reached));
    }

    [Fact]
    public async Task A_day_beyond_the_level_is_refused_with_the_days_that_may_be_chosen()
    {
        await using var tenant = leads.Tenant();
        var lead = await tenant.ArriveOneAsync(tenant.SignUp(window: "within_7_days"));
        await using var advisor = tenant.AsAdvisor(AdvisorOf(lead));
        await using var screens = new LeadScreens(advisor, leads.Time);
        var form = await FormAsync(screens, advisor, lead.Id);
        await form.Find("input[name=outcome][value=no_answer]").ChangeAsync("no_answer");
        await form.Find("input[name=next_at]").ChangeAsync("2026-03-20T10:00");

        await form.Find("form").SubmitAsync();

        form.Markup.ShouldContain("H 级客户的下次联系请安排在 3月3日 至 3月4日 之间");
    }

    [Fact]
    public async Task A_downgrade_asks_for_its_reason()
    {
        await using var tenant = leads.Tenant();
        var lead = await tenant.ArriveOneAsync(tenant.SignUp(window: "within_7_days"));
        await using var advisor = tenant.AsAdvisor(AdvisorOf(lead));
        await using var screens = new LeadScreens(advisor, leads.Time);
        var form = await FormAsync(screens, advisor, lead.Id);
        await form.Find("input[name=outcome][value=reached]").ChangeAsync("reached");
        await form.Find("input[name=level][value=C]").ChangeAsync("C");
        await form.Find("input[name=next_pick]").ChangeAsync("picked");

        await form.Find("form").SubmitAsync();

        form.Markup.ShouldContain("降级需要写明原因");
        (await tenant.LeadAsync(lead.Id)).Level.ShouldBe(LeadLevel.H);
    }

    [Fact]
    public async Task A_person_who_will_come_is_invited_by_the_same_form()
    {
        await using var tenant = leads.Tenant();
        var lead = await tenant.ArriveOneAsync(tenant.SignUp());
        await using var advisor = tenant.AsAdvisor(AdvisorOf(lead));
        await using var screens = new LeadScreens(advisor, leads.Time);
        var form = await FormAsync(screens, advisor, lead.Id);
        await form.Find("input[name=outcome][value=invited]").ChangeAsync("invited");
        await form.Find("input[name=next_pick]").ChangeAsync("picked");
        await form.Find("input[name=visit_at]").ChangeAsync("2026-03-04T14:00");

        await form.Find("form").SubmitAsync();

        form.WaitForAssertion(() => screens.Said.ShouldNotBeEmpty());
        (await tenant.LeadAsync(lead.Id)).State.ShouldBe(LeadState.Invited);
    }

    [Fact]
    public async Task What_was_typed_survives_a_refusal_by_the_lead_itself()
    {
        await using var tenant = leads.Tenant();
        var lead = await tenant.ArriveOneAsync(tenant.SignUp());
        await using var advisor = tenant.AsAdvisor(AdvisorOf(lead));
        await using var screens = new LeadScreens(advisor, leads.Time);
        var form = await FormAsync(screens, advisor, lead.Id);
        await form.Find("input[name=outcome][value=reached]").ChangeAsync("reached");
        await form.Find("textarea[name=note]").ChangeAsync("下周再谈");
        await form.Find("input[name=next_pick]").ChangeAsync("picked");
        await using var manager = tenant.AsManager();
        (await manager.Get<Leads.Assign.AssignLead>().RunAsync(lead.Id, lead.OwnerId == Make.Id(7011) ? Make.Id(7012) : Make.Id(7011), "换人", default)).IsOk.ShouldBeTrue();

        await form.Find("form").SubmitAsync();

        form.WaitForAssertion(() => form.Find("[role=alert]").TextContent.ShouldContain("没有找到这条线索"));
        form.Find("textarea[name=note]").GetAttribute("value").ShouldBe("下周再谈");
    }

    private static async Task<IRenderedComponent<FollowUpForm>> FormAsync(LeadScreens screens, TestTenant person, Guid leadId)
    {
        var state = new LeadCardState(person.Get<LeadCardQueries>());
        (await state.LoadAsync(leadId, default)).ShouldBeTrue();
        return screens.Render<FollowUpForm>(form => form.AddCascadingValue(state));
    }

    private static int AdvisorOf(Lead lead) => lead.OwnerId == Make.Id(7011) ? 7011 : 7012;
}
