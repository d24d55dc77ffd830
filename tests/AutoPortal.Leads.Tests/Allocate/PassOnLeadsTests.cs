using AutoPortal.Kernel.Messaging;
using AutoPortal.Leads.Allocate;
using AutoPortal.Leads.Assign;
using AutoPortal.Leads.Data;
using AutoPortal.Leads.Domain;
using AutoPortal.Platform.Contracts;
using AutoPortal.Testing;

namespace AutoPortal.Leads.Tests.Allocate;

public sealed class PassOnLeadsTests(LeadsFixture leads) : IClassFixture<LeadsFixture>
{
    private static readonly Guid Left = Neighbours.Tianhe.Id;
    private static readonly Guid Successor = Neighbours.Yuexiu.Id;

    [Fact]
    public async Task Open_leads_of_a_dealer_that_left_reach_the_successor_and_an_advisor_there_with_the_reason()
    {
        await using var tenant = leads.Tenant();
        var before = await tenant.ArriveOneAsync(tenant.SignUp(dealer: Left));

        await HearAsync(tenant, Successor);

        var lead = await tenant.LeadAsync(before.Id);
        (lead.DealerId, lead.State, lead.Level).ShouldBe((Successor, LeadState.Assigned, before.Level));
        lead.OwnerId.ShouldBeOneOf(Make.Id(7021), Make.Id(7022));
        var passed = lead.Moves.Single(m => m.Trigger == LeadTrigger.PassOn);
        (passed.From, passed.To, passed.As, passed.Reason).ShouldBe((before.State, LeadState.Dispatched, LeadActor.System, PassOnLeads.Reason));
        lead.Allocations.ShouldContain(a => a.Rule == AllocationRule.Successor && a.ChosenId == Successor);
        (await tenant.SentAsync<LeadsDb>()).ShouldContain(m => m.Type == "leads.lead_dispatched" && m.Payload.Contains(Successor.ToString()));
    }

    [Fact]
    public async Task The_successors_manager_sees_them_and_the_old_dealers_no_longer_does()
    {
        await using var tenant = leads.Tenant();
        var lead = await tenant.ArriveOneAsync(tenant.SignUp(dealer: Left));

        await HearAsync(tenant, Successor);

        await using var old = tenant.AsManager(701);
        await using var successor = tenant.AsManager(702);
        (await old.Get<RejectLead>().RunAsync(lead.Id, "没有展厅了", default)).Refusal.ShouldBe(LeadRefusals.NotFound);
        (await successor.Get<AssignLead>().RunAsync(lead.Id, Make.Id(7021), "老客户", default)).IsOk.ShouldBeTrue();
    }

    [Fact]
    public async Task Without_a_successor_they_wait_in_headquarters_list_again()
    {
        await using var tenant = leads.Tenant();
        var before = await tenant.ArriveOneAsync(tenant.SignUp(dealer: Left));

        await HearAsync(tenant, null);

        var lead = await tenant.LeadAsync(before.Id);
        (lead.State, lead.DealerId, lead.OwnerId, lead.DueAt).ShouldBe((LeadState.Cleaned, null, null, null));
        lead.Moves[^1].Reason.ShouldBe(PassOnLeads.Reason);
    }

    [Fact]
    public async Task A_successor_that_is_closed_by_then_takes_nothing()
    {
        await using var tenant = leads.Tenant();
        var before = await tenant.ArriveOneAsync(tenant.SignUp(dealer: Left));

        await HearAsync(tenant, Make.Id(704));

        (await tenant.LeadAsync(before.Id)).State.ShouldBe(LeadState.Cleaned);
    }

    [Fact]
    public async Task Hearing_it_again_changes_nothing()
    {
        await using var tenant = leads.Tenant();
        var before = await tenant.ArriveOneAsync(tenant.SignUp(dealer: Left));
        var delivery = await HearAsync(tenant, Successor);
        var once = await tenant.LeadAsync(before.Id);

        await HearAsync(tenant, Successor, delivery);
        await HearAsync(tenant, Successor);

        var twice = await tenant.LeadAsync(before.Id);
        (twice.MoveCount, twice.OwnerId).ShouldBe((once.MoveCount, once.OwnerId));
    }

    [Fact]
    public async Task More_leads_than_one_batch_are_all_passed_on_and_other_dealers_keep_theirs()
    {
        await using var tenant = leads.Tenant();
        var count = PassOnLeads.BatchLeads + 5;
        await tenant.ArriveAsync([.. Enumerable.Range(0, count).Select(n => tenant.SignUp($"139{n:00000000}", $"客户{n}", Left))]);
        var elsewhere = await tenant.ArriveOneAsync(tenant.SignUp("13712345678", dealer: Neighbours.Shenzhen.Id));

        await HearAsync(tenant, Successor);

        var all = await tenant.LeadsAsync();
        all.Count(l => l.DealerId == Successor).ShouldBe(count);
        all.Single(l => l.Id == elsewhere.Id).DealerId.ShouldBe(Neighbours.Shenzhen.Id);
    }

    [Fact]
    public async Task Another_tenants_leads_stay_where_they_are()
    {
        await using var tenant = leads.Tenant();
        await using var other = leads.Tenant();
        var foreign = await other.ArriveOneAsync(other.SignUp(dealer: Left));

        await HearAsync(tenant, Successor);

        (await other.LeadAsync(foreign.Id)).DealerId.ShouldBe(Left);
    }

    private static async Task<Guid> HearAsync(TestTenant tenant, Guid? successor, Guid? message = null)
    {
        var id = message ?? Guid.NewGuid();
        await using var house = tenant.AsSystem();
        await house.Get<PassOnLeads>().HandleAsync([new Delivery<DealerLeft>(id, new(Left, Make.Brand, "天河店", successor, new(2026, 3, 2), Make.Now), Make.Now)], default);
        return id;
    }
}
