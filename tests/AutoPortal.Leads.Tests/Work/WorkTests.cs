using AutoPortal.Kernel.Messaging;
using AutoPortal.Kernel.Outcomes;
using AutoPortal.Leads.Contracts;
using AutoPortal.Leads.Data;
using AutoPortal.Leads.Domain;
using AutoPortal.Leads.Work;
using AutoPortal.Testing;

namespace AutoPortal.Leads.Tests.Work;

public sealed class WorkTests(LeadsFixture leads) : IClassFixture<LeadsFixture>
{
    [Fact]
    public async Task The_advisor_notes_the_first_contact_and_the_next_one()
    {
        await using var tenant = leads.Tenant();
        var (lead, advisor) = await AssignedAsync(tenant);
        await using var _ = advisor;

        (await advisor.Get<RecordFollowUp>().RunAsync(lead.Id, Reached(LeadsTenant.InDays(1)), default)).IsOk.ShouldBeTrue();

        var after = await tenant.LeadAsync(lead.Id);
        (after.State, after.DueAt).ShouldBe((LeadState.Following, LeadsTenant.InDays(1)));
        after.FollowUps.ShouldHaveSingleItem().By.ShouldBe(lead.OwnerId);
        var told = (await tenant.SentAsync<LeadsDb>()).Single(m => m.Type == "leads.lead_followed_up");
        EventTypes.Deserialize<LeadFollowedUp>(told.Payload).ShouldSatisfyAllConditions(
            e => e.IsFirst.ShouldBeTrue(),
            e => e.IsValid.ShouldBeTrue(),
            e => e.State.ShouldBe("following"),
            e => e.NextContactAt.ShouldBe(LeadsTenant.InDays(1)));
    }

    [Fact]
    public async Task A_level_that_is_judged_with_the_contact_decides_which_days_may_be_planned()
    {
        await using var tenant = leads.Tenant();
        var (lead, advisor) = await AssignedAsync(tenant);
        await using var _ = advisor;
        var work = advisor.Get<RecordFollowUp>();

        (await work.RunAsync(lead.Id, Reached(LeadsTenant.InDays(10)), default)).Refusal!.Code.ShouldBe("leads.next_contact_is_out_of_range");
        (await work.RunAsync(lead.Id, Reached(LeadsTenant.InDays(10)) with { Level = LeadLevel.C }, default)).Refusal.ShouldBe(LeadRefusals.DowngradeNeedsReason);
        (await work.RunAsync(lead.Id, Reached(LeadsTenant.InDays(10)) with { Level = LeadLevel.C, LevelReason = "next year perhaps" }, default)).IsOk.ShouldBeTrue();

        var after = await tenant.LeadAsync(lead.Id);
        after.Level.ShouldBe(LeadLevel.C);
        after.LevelChanges.ShouldHaveSingleItem().ShouldSatisfyAllConditions(c => c.IsDowngrade.ShouldBeTrue(), c => c.Reason.ShouldBe("next year perhaps"));
    }

    [Fact]
    public async Task A_refused_follow_up_leaves_nothing_behind()
    {
        await using var tenant = leads.Tenant();
        var (lead, advisor) = await AssignedAsync(tenant);
        await using var _ = advisor;

        (await advisor.Get<RecordFollowUp>().RunAsync(lead.Id, Reached(null), default)).Refusal.ShouldBe(LeadRefusals.NextContactIsMissing);
        (await advisor.Get<RecordFollowUp>().RunAsync(lead.Id, Reached(LeadsTenant.InDays(1)) with { Note = new string('x', 2_001) }, default)).Refusal.ShouldBe(LeadRefusals.NoteTooLong);

        var after = await tenant.LeadAsync(lead.Id);
        after.FollowUps.ShouldBeEmpty();
        (await tenant.SentAsync<LeadsDb>()).ShouldNotContain(m => m.Type == "leads.lead_followed_up");
    }

    [Fact]
    public async Task A_second_follow_up_does_the_plan_of_the_first()
    {
        await using var tenant = leads.Tenant();
        var (lead, advisor) = await AssignedAsync(tenant);
        await using var _ = advisor;
        var work = advisor.Get<RecordFollowUp>();

        await work.RunAsync(lead.Id, Reached(LeadsTenant.InDays(1)), default);
        (await work.RunAsync(lead.Id, Reached(LeadsTenant.InDays(2)), default)).IsOk.ShouldBeTrue();

        var plans = (await tenant.LeadAsync(lead.Id)).Plans.OrderBy(p => p.DueAt).ToList();
        plans.Select(p => p.IsOpen).ShouldBe([false, true]);
        plans[0].IsDoneInTime.ShouldBeTrue();
    }

    [Fact]
    public async Task An_advisor_sees_and_works_on_own_leads_only()
    {
        await using var tenant = leads.Tenant();
        var (lead, advisor) = await AssignedAsync(tenant);
        await using var _ = advisor;
        await using var colleague = tenant.AsAdvisor(lead.OwnerId == Make.Id(7011) ? 7012 : 7011);
        await using var manager = tenant.AsManager();

        (await colleague.Get<RecordFollowUp>().RunAsync(lead.Id, Reached(LeadsTenant.InDays(1)), default)).Refusal.ShouldBe(LeadRefusals.NotFound);
        (await manager.Get<RecordFollowUp>().RunAsync(lead.Id, Reached(LeadsTenant.InDays(1)), default)).Refusal.ShouldBe(Refusal.NotAllowed);
    }

    [Fact]
    public async Task An_invitation_is_made_and_taken_back()
    {
        await using var tenant = leads.Tenant();
        var (lead, advisor) = await AssignedAsync(tenant);
        await using var _ = advisor;

        (await advisor.Get<InviteLead>().RunAsync(lead.Id, LeadsTenant.InDays(3), default)).Refusal!.Code.ShouldBe("leads.not_now");
        await advisor.Get<RecordFollowUp>().RunAsync(lead.Id, Reached(LeadsTenant.InDays(1)), default);
        (await advisor.Get<InviteLead>().RunAsync(lead.Id, LeadsTenant.InDays(3), default)).IsOk.ShouldBeTrue();
        (await tenant.LeadAsync(lead.Id)).VisitPlannedAt.ShouldBe(LeadsTenant.InDays(3));
        (await advisor.Get<CancelInvitation>().RunAsync(lead.Id, "child is ill", default)).IsOk.ShouldBeTrue();

        (await tenant.LeadAsync(lead.Id)).State.ShouldBe(LeadState.Following);
    }

    [Fact]
    public async Task A_level_is_changed_with_a_reason_where_it_falls()
    {
        await using var tenant = leads.Tenant();
        var (lead, advisor) = await AssignedAsync(tenant);
        await using var _ = advisor;

        (await advisor.Get<ChangeLevel>().RunAsync(lead.Id, LeadLevel.B, null, default)).Refusal.ShouldBe(LeadRefusals.DowngradeNeedsReason);
        (await advisor.Get<ChangeLevel>().RunAsync(lead.Id, LeadLevel.B, "waits for the bonus", default)).IsOk.ShouldBeTrue();

        (await tenant.LeadAsync(lead.Id)).Level.ShouldBe(LeadLevel.B);
    }

    private static FollowUpEntry Reached(DateTimeOffset? next) => new(ContactChannel.Call, ContactResult.Reached, "wants to drive it", next);

    private static async Task<(Lead Lead, TestTenant Advisor)> AssignedAsync(TestTenant tenant)
    {
        var lead = await tenant.ArriveOneAsync(tenant.SignUp());
        return (lead, tenant.AsAdvisor(lead.OwnerId == Make.Id(7011) ? 7011 : 7012));
    }
}
