using AutoPortal.Kernel.Outcomes;
using AutoPortal.Leads.Assign;
using AutoPortal.Leads.Data;
using AutoPortal.Leads.Domain;
using AutoPortal.Testing;

namespace AutoPortal.Leads.Tests.Assign;

public sealed class AssignLeadTests(LeadsFixture leads) : IClassFixture<LeadsFixture>
{
    [Fact]
    public async Task A_manager_gives_a_waiting_lead_to_an_advisor_and_its_contact_clock_starts()
    {
        await using var tenant = leads.Tenant();
        await using var manager = tenant.AsManager(703);
        var lead = await tenant.ArriveOneAsync(tenant.SignUp(city: "深圳", district: "南山区"));

        (await manager.Get<AssignLead>().RunAsync(lead.Id, Make.Id(7031), "nearest", default)).IsOk.ShouldBeTrue();

        var after = await tenant.LeadAsync(lead.Id);
        (after.State, after.OwnerId, after.DueAt).ShouldBe((LeadState.Assigned, Make.Id(7031), leads.Time.GetUtcNow().AddMinutes(30)));
        (after.Moves[^1].By, after.Moves[^1].As, after.Moves[^1].Reason).ShouldBe((manager.Facts.UserId, LeadActor.DealerManager, "nearest"));
        after.Allocations.ShouldContain(a => a.Rule == AllocationRule.ByHand && a.ChosenId == Make.Id(7031));
        (await tenant.SentAsync<LeadsDb>()).ShouldContain(m => m.Type == "leads.lead_assigned");
    }

    [Fact]
    public async Task A_lead_of_HQ_is_refused_and_nobody_is_told()
    {
        await using var tenant = leads.Tenant();
        await using var hq = tenant.AsHq();
        var lead = await tenant.ArriveOneAsync(tenant.SignUp() with { Province = "西藏", City = "拉萨", District = null });

        (await hq.Get<AssignLead>().RunAsync(lead.Id, Make.Id(7011), "nearest", default)).Refusal.ShouldBe(LeadRefusals.CannotBeAssignedNow);

        (await tenant.SentAsync<LeadsDb>()).ShouldNotContain(m => m.Type == "leads.lead_assigned");
    }

    [Fact]
    public async Task An_advisor_of_another_dealer_is_refused()
    {
        await using var tenant = leads.Tenant();
        await using var manager = tenant.AsManager();
        var lead = await tenant.ArriveOneAsync(tenant.SignUp());

        (await manager.Get<AssignLead>().RunAsync(lead.Id, Make.Id(7021), "swap", default)).Refusal.ShouldBe(LeadRefusals.AdvisorIsNotOfTheDealer);
    }

    [Fact]
    public async Task Who_is_not_the_dealers_manager_does_not_assign()
    {
        await using var tenant = leads.Tenant();
        await using var advisor = tenant.AsAdvisor(7011);
        await using var hq = tenant.AsHq();
        var lead = await tenant.ArriveOneAsync(tenant.SignUp());

        (await advisor.Get<AssignLead>().RunAsync(lead.Id, Make.Id(7012), "swap", default)).Refusal.ShouldBe(Refusal.NotAllowed);
        (await hq.Get<AssignLead>().RunAsync(lead.Id, Make.Id(7012), "swap", default)).Refusal.ShouldBe(Refusal.NotAllowed);
    }

    [Fact]
    public async Task Another_dealers_and_another_tenants_lead_do_not_exist_here()
    {
        await using var tenant = leads.Tenant();
        await using var other = leads.Tenant();
        await using var otherDealer = tenant.AsManager(702);
        await using var otherTenant = other.AsManager();
        var lead = await tenant.ArriveOneAsync(tenant.SignUp());

        (await otherDealer.Get<AssignLead>().RunAsync(lead.Id, Make.Id(7011), "mine", default)).Refusal.ShouldBe(LeadRefusals.NotFound);
        (await otherTenant.Get<AssignLead>().RunAsync(lead.Id, Make.Id(7011), "mine", default)).Refusal.ShouldBe(LeadRefusals.NotFound);
    }

    [Fact]
    public async Task Two_managers_at_once_the_second_is_told_that_it_changed_meanwhile()
    {
        await using var tenant = leads.Tenant();
        await using var one = tenant.AsManager();
        await using var two = tenant.AsManager();
        var lead = await tenant.ArriveOneAsync(tenant.SignUp());

        var outcomes = await Task.WhenAll(
            one.Get<AssignLead>().RunAsync(lead.Id, Make.Id(7011), "first", default),
            two.Get<AssignLead>().RunAsync(lead.Id, Make.Id(7012), "second", default));

        var after = await tenant.LeadAsync(lead.Id);
        // Either they met, and one was told; or they came one after the other, and both stand in the history.
        outcomes.Where(o => !o.IsOk).ShouldAllBe(o => o.Refusal == Refusal.ChangedMeanwhile);
        after.Moves.Count(m => m.Trigger == LeadTrigger.Reassign).ShouldBe(outcomes.Count(o => o.IsOk));
    }

    [Fact]
    public async Task A_dealer_gives_a_lead_back_with_a_reason_and_sees_it_no_more()
    {
        await using var tenant = leads.Tenant();
        await using var manager = tenant.AsManager(703);
        var lead = await tenant.ArriveOneAsync(tenant.SignUp(city: "深圳", district: "南山区"));

        (await manager.Get<RejectLead>().RunAsync(lead.Id, " ", default)).Refusal.ShouldBe(LeadRefusals.ReasonIsMissing);
        (await manager.Get<RejectLead>().RunAsync(lead.Id, new string('x', 501), default)).Refusal.ShouldBe(LeadRefusals.ReasonTooLong);
        (await manager.Get<RejectLead>().RunAsync(lead.Id, "out of our area", default)).IsOk.ShouldBeTrue();

        (await tenant.LeadAsync(lead.Id)).State.ShouldBe(LeadState.Cleaned);
        (await manager.Get<RejectLead>().RunAsync(lead.Id, "again", default)).Refusal.ShouldBe(LeadRefusals.NotFound);
    }

    [Fact]
    public async Task HQ_gives_a_lead_of_its_list_to_a_dealer_and_an_advisor_there_is_chosen()
    {
        await using var tenant = leads.Tenant();
        await using var hq = tenant.AsHq();
        var lead = await tenant.ArriveOneAsync(tenant.SignUp() with { Province = "西藏", City = "拉萨", District = null });

        (await hq.Get<DispatchLead>().RunAsync(lead.Id, Neighbours.Yuexiu.Id, "asked by phone", default)).IsOk.ShouldBeTrue();

        var after = await tenant.LeadAsync(lead.Id);
        (after.State, after.DealerId).ShouldBe((LeadState.Assigned, Neighbours.Yuexiu.Id));
        after.Moves.Select(m => (m.Trigger, m.As)).TakeLast(2).ShouldBe([(LeadTrigger.Dispatch, LeadActor.Hq), (LeadTrigger.Assign, LeadActor.System)]);
    }

    [Fact]
    public async Task A_closed_dealer_never_receives_a_lead_and_dealers_do_not_dispatch()
    {
        await using var tenant = leads.Tenant();
        await using var hq = tenant.AsHq();
        await using var manager = tenant.AsManager();
        var waiting = await tenant.ArriveOneAsync(tenant.SignUp() with { Province = "西藏", City = "拉萨", District = null });
        var assigned = await tenant.ArriveOneAsync(tenant.SignUp(phone: "13900001111"));

        (await hq.Get<DispatchLead>().RunAsync(waiting.Id, Make.Id(704), "", default)).Refusal.ShouldBe(LeadRefusals.DealerTakesNoLeads);
        (await hq.Get<DispatchLead>().RunAsync(assigned.Id, Neighbours.Yuexiu.Id, "", default)).Refusal!.Code.ShouldBe("leads.not_now");
        (await manager.Get<DispatchLead>().RunAsync(waiting.Id, Neighbours.Yuexiu.Id, "", default)).Refusal.ShouldBe(LeadRefusals.NotFound);
    }
}
