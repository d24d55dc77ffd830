using AutoPortal.Kernel.Imports;
using AutoPortal.Kernel.Time;
using AutoPortal.Leads.Assign;
using AutoPortal.Leads.Clocks;
using AutoPortal.Leads.Data;
using AutoPortal.Leads.Domain;
using AutoPortal.Leads.Tests.Import;
using AutoPortal.Platform.Contracts;
using AutoPortal.Testing;
using AutoPortal.Testing.Imports;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Leads.Tests.Clocks;

public sealed class RunClocksTests : IClassFixture<LeadsFixture>
{
    private static readonly Guid Manager = Make.Id(70300);
    private static readonly Guid TianheManager = Make.Id(70100);
    private static readonly Guid Hq = Make.Id(900);
    private readonly LeadsFixture _leads;

    public RunClocksTests(LeadsFixture leads)
    {
        _leads = leads;
        leads.Time.Set(Make.Now);
        leads.Neighbours.CameOnDuty.Clear();
        leads.Neighbours.Holders[(RoleTemplate.DealerManager, Neighbours.Shenzhen.Id)] = Manager;
        leads.Neighbours.Holders[(RoleTemplate.DealerManager, Neighbours.Tianhe.Id)] = TianheManager;
        leads.Neighbours.Holders[(RoleTemplate.CampaignOperator, null)] = Hq;
    }

    [Fact]
    public async Task A_lead_that_finds_nobody_on_duty_is_told_to_the_manager_once_and_goes_to_whoever_comes()
    {
        await using var tenant = _leads.Tenant();
        var lead = await tenant.ArriveOneAsync(tenant.SignUp(dealer: Neighbours.Shenzhen.Id));
        await tenant.DeliverAsync();
        await tenant.DeliverAsync();
        Told(lead, Manager).ShouldBe(["leads.waits"]);

        await AssignWaitingAsync(tenant);
        (await tenant.LeadAsync(lead.Id)).State.ShouldBe(LeadState.Dispatched);
        _leads.Neighbours.CameOnDuty[Make.Id(7031)] = true;
        await AssignWaitingAsync(tenant);

        lead = await tenant.LeadAsync(lead.Id);
        (lead.State, lead.OwnerId).ShouldBe((LeadState.Assigned, Make.Id(7031)));
        lead.Allocations.Count(a => a.Step is AllocationStep.ToAdvisor).ShouldBe(2);
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task A_file_breaks_limits_only_where_it_is_news_and_can_be_taken_back_later_all_the_same(bool isQuiet)
    {
        await using var tenant = _leads.Tenant();
        var run = await tenant.ImportAsync("leads", LeadRows.Of(Make.Written()), order => order with { IsQuiet = isQuiet });
        var lead = (await tenant.LeadsAsync()).ShouldHaveSingleItem();
        lead.State.ShouldBe(LeadState.Assigned);

        _leads.Time.Advance(TimeSpan.FromHours(4));
        await using (var house = tenant.AsSystem())
        {
            await house.Get<RunClocks>().RunAsync(default);
        }

        (await tenant.LeadAsync(lead.Id)).ClockAt.HasValue.ShouldBe(!isQuiet);
        (await tenant.UndoAsync("leads", run)).ShouldBe(new UndoTally(1, 0));
    }

    [Fact]
    public async Task An_unassigned_lead_reminds_its_manager_then_tells_the_region_then_goes_to_the_next_dealer()
    {
        await using var tenant = _leads.Tenant();
        var lead = await tenant.ArriveOneAsync(tenant.SignUp(dealer: Neighbours.Shenzhen.Id));

        await RunAsync(tenant, TimeSpan.FromMinutes(29));
        Told(lead).ShouldBeEmpty();
        await RunAsync(tenant, TimeSpan.FromMinutes(1));
        await RunAsync(tenant, TimeSpan.FromMinutes(1));
        Told(lead, Manager).ShouldBe(["leads.clock_accept_reminder"]);
        await RunAsync(tenant, TimeSpan.FromMinutes(89));
        Told(lead, Hq).ShouldBe(["leads.clock_accept_to_region"]);
        await RunAsync(tenant, TimeSpan.FromHours(22));

        lead = await tenant.LeadAsync(lead.Id);
        (lead.State, lead.DealerId).ShouldBe((LeadState.Assigned, Neighbours.Tianhe.Id));
        lead.Moves.ShouldContain(m => m.Trigger == LeadTrigger.Recall && m.Reason == "not_accepted" && m.DealerId == Neighbours.Shenzhen.Id);
        (await BreachesAsync(tenant, lead)).ShouldBe([ClockStep.AcceptReminder, ClockStep.AcceptToRegion, ClockStep.AcceptRecall]);
    }

    [Fact]
    public async Task A_lead_without_a_first_contact_reminds_then_changes_hands_then_goes_back_to_HQ()
    {
        await using var tenant = _leads.Tenant();
        var lead = await tenant.ArriveOneAsync(tenant.SignUp(dealer: Neighbours.Tianhe.Id));
        var first = lead.OwnerId!.Value;

        await RunAsync(tenant, (lead.FirstContactDueAt!.Value - Make.Now) / 2);
        Told(lead, first).ShouldBe(["leads.clock_contact_half"]);
        await RunAsync(tenant, (lead.FirstContactDueAt!.Value - Make.Now) / 2);
        Told(lead, TianheManager).ShouldBe(["leads.clock_contact_late"]);
        _leads.Time.Set(Make.Now.AddDays(1));
        await RunAsync(tenant, TimeSpan.Zero);
        var second = await tenant.LeadAsync(lead.Id);
        (second.State, second.DealerId).ShouldBe((LeadState.Assigned, lead.DealerId));
        second.OwnerId.ShouldNotBe(first);
        _leads.Time.Set(Make.Now.AddDays(2));
        await RunAsync(tenant, TimeSpan.Zero);

        var last = await tenant.LeadAsync(lead.Id);
        (last.State, last.DealerId, last.OwnerId).ShouldBe((LeadState.Cleaned, null, null));
        last.Moves.ShouldContain(m => m.Trigger == LeadTrigger.Recall && m.Reason == "no_first_contact" && m.DealerId == Neighbours.Tianhe.Id);
    }

    [Fact]
    public async Task A_lead_whose_day_and_second_day_passed_before_anybody_looked_goes_straight_back_to_HQ()
    {
        await using var tenant = _leads.Tenant();
        var lead = await tenant.ArriveOneAsync(tenant.SignUp(dealer: Neighbours.Tianhe.Id));

        await RunAsync(tenant, TimeSpan.FromDays(3));

        lead = await tenant.LeadAsync(lead.Id);
        (lead.State, lead.DealerId, lead.OwnerId).ShouldBe((LeadState.Cleaned, null, null));
        (await BreachesAsync(tenant, lead)).ShouldContain(ClockStep.ContactRecall);
    }

    [Fact]
    public async Task Whoever_was_reached_in_time_hears_nothing_more()
    {
        await using var tenant = _leads.Tenant();
        var lead = await tenant.ArriveOneAsync(tenant.SignUp(dealer: Neighbours.Tianhe.Id));
        await ChangeAsync(tenant, lead, (l, act) => l.RecordFollowUp(Steps.Reached(LeadsTenant.InDays(2)), LevelScheme.Long, act));

        _leads.Time.Set(Make.Now.AddDays(1).AddHours(3));
        await RunAsync(tenant, TimeSpan.Zero);

        Told(lead).ShouldBeEmpty();
        (await tenant.LeadAsync(lead.Id)).State.ShouldBe(LeadState.Following);
    }

    [Fact]
    public async Task Two_plans_missed_in_a_row_are_the_managers_business_one_is_not()
    {
        await using var tenant = _leads.Tenant();
        var lead = await tenant.ArriveOneAsync(tenant.SignUp(dealer: Neighbours.Tianhe.Id));
        await ChangeAsync(tenant, lead, (l, act) => l.RecordFollowUp(Steps.Reached(LeadsTenant.InDays(1)), LevelScheme.Long, act));
        _leads.Time.Set(LeadsTenant.InDays(1).AddHours(1));
        await RunAsync(tenant, TimeSpan.Zero);
        Told(lead, TianheManager).ShouldBeEmpty();

        await ChangeAsync(tenant, lead, (l, act) => l.RecordFollowUp(Steps.Reached(LeadsTenant.InDays(2)), LevelScheme.Long, act));
        _leads.Time.Set(LeadsTenant.InDays(2).AddHours(1));
        await RunAsync(tenant, TimeSpan.Zero);
        await RunAsync(tenant, TimeSpan.FromMinutes(5));

        Told(lead, TianheManager).ShouldBe(["leads.clock_plan_missed"]);
        (await BreachesAsync(tenant, lead)).ShouldBe([ClockStep.PlanMissed, ClockStep.PlanMissed]);
    }

    [Fact]
    public async Task Who_does_not_come_until_the_planned_days_end_is_to_be_called_within_a_day()
    {
        await using var tenant = _leads.Tenant();
        var lead = await tenant.ArriveOneAsync(tenant.SignUp(dealer: Neighbours.Tianhe.Id));
        await ChangeAsync(tenant, lead, (l, act) => l.RecordFollowUp(Steps.Reached(LeadsTenant.InDays(2)), LevelScheme.Long, act) ?? l.Invite(LeadsTenant.InDays(1), act));

        _leads.Time.Set(ShanghaiTime.StartOf(ShanghaiTime.DateOf(Make.Now).AddDays(2)).AddSeconds(-1));
        await RunAsync(tenant, TimeSpan.Zero);
        (await tenant.LeadAsync(lead.Id)).State.ShouldBe(LeadState.Invited);
        await RunAsync(tenant, TimeSpan.FromSeconds(1));

        var missed = await tenant.LeadAsync(lead.Id);
        (missed.State, missed.VisitPlannedAt).ShouldBe((LeadState.Following, null));
        missed.Moves[^1].Reason.ShouldBe("no_show");
        missed.DueAt.ShouldNotBeNull();
        Told(lead, lead.OwnerId).ShouldContain("leads.clock_visit_missed");
    }

    [Fact]
    public async Task A_loss_that_nobody_decides_for_a_day_goes_to_the_region_once()
    {
        await using var tenant = _leads.Tenant();
        var lead = await tenant.ArriveOneAsync(tenant.SignUp(dealer: Neighbours.Tianhe.Id));
        await ChangeAsync(tenant, lead, (l, act) => l.ApplyForLost(new("price", "over_budget"), "说太贵", new(Make.Now.AddDays(1), false), act));

        await RunAsync(tenant, TimeSpan.FromHours(23));
        Told(lead, Hq).ShouldBeEmpty();
        await RunAsync(tenant, TimeSpan.FromHours(1));
        await RunAsync(tenant, TimeSpan.FromHours(1));

        Told(lead, Hq).ShouldBe(["leads.clock_lost_to_region"]);
    }

    [Fact]
    public async Task Two_nodes_that_look_at_once_act_once()
    {
        await using var tenant = _leads.Tenant();
        await tenant.ArriveAsync([.. Enumerable.Range(0, 30).Select(i => tenant.SignUp(phone: $"138123456{i:D2}", dealer: Neighbours.Shenzhen.Id))]);
        _leads.Time.Set(Make.Now.AddMinutes(30));

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => RunAsync(tenant, TimeSpan.Zero))));

        await using var house = tenant.AsSystem();
        (await house.ReadAsync<LeadsDb, int>(db => db.ClockBreaches.CountAsync())).ShouldBe(30);
        foreach (var lead in await tenant.LeadsAsync())
        {
            Told(lead, Manager).ShouldBe(["leads.clock_accept_reminder"]);
        }
    }

    [Fact]
    public async Task Another_tenants_leads_are_not_looked_at()
    {
        await using var tenant = _leads.Tenant();
        var lead = await tenant.ArriveOneAsync(tenant.SignUp(dealer: Neighbours.Shenzhen.Id));
        await using var other = _leads.Tenant();

        await RunAsync(other, TimeSpan.FromHours(3));

        Told(lead).ShouldBeEmpty();
    }

    private async Task RunAsync(TestTenant tenant, TimeSpan later)
    {
        _leads.Time.Advance(later);
        await using var house = tenant.AsSystem();
        while (await house.Get<RunClocks>().RunAsync(default))
        {
        }
    }

    private static async Task AssignWaitingAsync(TestTenant tenant)
    {
        await using var house = tenant.AsSystem();
        await house.Get<AssignWaitingLeads>().RunAsync(default);
    }

    private async Task ChangeAsync(TestTenant tenant, Lead lead, Func<Lead, Act, Kernel.Outcomes.Refusal?> change)
    {
        await using var house = tenant.AsSystem();
        await house.SaveAsync<LeadsDb, bool>(async db =>
        {
            var found = await db.FindForWorkAsync(lead.Id, default);
            change(found!, new(lead.OwnerId, LeadActor.Advisor, _leads.Time.GetUtcNow())).ShouldBeNull();
            return true;
        });
    }

    private List<string> Told(Lead lead, Guid? person = null)
    {
        lock (_leads.Neighbours.Notices)
        {
            return [.. _leads.Neighbours.Notices.Where(n => n.Href == LeadsRoutes.CardOf(lead.Id) && (person is null || n.UserId == person)).DistinctBy(n => (n.UserId, n.Key)).Select(n => n.Code)];
        }
    }

    private static async Task<List<ClockStep>> BreachesAsync(TestTenant tenant, Lead lead)
    {
        await using var house = tenant.AsSystem();
        return await house.ReadAsync<LeadsDb, List<ClockStep>>(db => db.ClockBreaches.Where(b => b.LeadId == lead.Id).OrderBy(b => b.At).ThenBy(b => b.Id).Select(b => b.Step).ToListAsync());
    }
}
