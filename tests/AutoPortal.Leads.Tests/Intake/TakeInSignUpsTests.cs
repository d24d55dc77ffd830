using AutoPortal.Leads.Data;
using AutoPortal.Leads.Domain;
using AutoPortal.Leads.Intake;
using AutoPortal.Kernel.Messaging;
using AutoPortal.Kernel.Security;
using AutoPortal.Testing;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Leads.Tests.Intake;

public sealed class TakeInSignUpsTests(LeadsFixture leads) : IClassFixture<LeadsFixture>
{
    [Fact]
    public async Task A_sign_up_becomes_a_cleaned_rated_dispatched_and_assigned_lead_with_every_step_on_record()
    {
        await using var tenant = leads.Tenant();
        var signUp = tenant.SignUp();

        var lead = await tenant.ArriveOneAsync(signUp);

        (lead.State, lead.Level, lead.CustomerId, lead.Name, lead.PhoneMask).ShouldBe((LeadState.Assigned, LeadLevel.H, signUp.CustomerId, "李明", "138****5678"));
        (lead.DealerId, lead.SeriesCode, lead.Window, lead.LastActivityTitle).ShouldBe((Neighbours.Tianhe.Id, "x7", PurchaseWindow.Within7Days, "秋季试驾会"));
        lead.OwnerId.ShouldBeOneOf(Make.Id(7011), Make.Id(7012));
        lead.Moves.Select(m => (m.Number, m.From, m.To)).ShouldBe([(1, LeadState.Raw, LeadState.Cleaned), (2, LeadState.Cleaned, LeadState.Dispatched), (3, LeadState.Dispatched, LeadState.Assigned)]);
        lead.CleaningSteps.Select(s => s.Rule).ShouldBe([1, 2, 3, 4, 5, 6, 7, 8]);
        lead.CleaningSteps.ShouldAllBe(s => s.Result == StepResult.Passed);
        lead.Allocations.Single(a => a.Step == AllocationStep.ToDealer).Rule.ShouldBe(AllocationRule.SameDistrict);
        var toAdvisor = lead.Allocations.Single(a => a.Step == AllocationStep.ToAdvisor);
        toAdvisor.Rule.ShouldBe(AllocationRule.Rotation);
        toAdvisor.Candidates.Count.ShouldBe(2);
        lead.FirstContactDueAt.ShouldBe(leads.Time.GetUtcNow().AddMinutes(30));
        (await tenant.SentAsync<LeadsDb>()).Select(m => m.Type).ShouldBe(["leads.lead_created", "leads.lead_dispatched", "leads.lead_assigned"], ignoreOrder: true);
        leads.Neighbours.Links.ShouldContain(new Customers.Contracts.CustomerDealerLink(signUp.CustomerId, Neighbours.Tianhe.Id, lead.OwnerId, "lead"));
    }

    [Fact]
    public async Task Without_the_consent_to_be_contacted_there_is_no_lead()
    {
        await using var tenant = leads.Tenant();

        await tenant.ArriveAsync(tenant.SignUp(consents: ["service", "marketing_sms"]));

        (await tenant.LeadsAsync()).ShouldBeEmpty();
        (await tenant.SentAsync<LeadsDb>()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_message_that_comes_twice_makes_one_lead()
    {
        await using var tenant = leads.Tenant();
        await using var house = tenant.AsSystem();
        List<Delivery<Customers.Contracts.CustomerSignedUp>> batch = [new(Make.Id(77), tenant.SignUp(), Make.Now)];

        await house.Get<TakeInSignUps>().HandleAsync(batch, default);
        await using var again = tenant.AsSystem();
        await again.Get<TakeInSignUps>().HandleAsync(batch, default);

        (await tenant.LeadsAsync()).ShouldHaveSingleItem().EnquiryCount.ShouldBe(1);
    }

    [Fact]
    public async Task The_same_person_again_is_taken_into_the_open_lead_and_the_owner_hears_of_it()
    {
        await using var tenant = leads.Tenant();
        var first = await tenant.ArriveOneAsync(tenant.SignUp());

        await tenant.ArriveAsync(tenant.SignUp(window: "within_1_month", source: "social_video.douyin"));
        await tenant.DeliverAsync();

        var lead = (await tenant.LeadsAsync()).ShouldHaveSingleItem();
        (lead.State, lead.OwnerId, lead.EnquiryCount, lead.Touches.Count).ShouldBe((LeadState.Assigned, first.OwnerId, 2, 2));
        (lead.FirstSource, lead.LastSource).ShouldBe(("activity.sign_up_form.autumn-test-drive", "social_video.douyin"));
        leads.Neighbours.Notices.Where(n => n.Href.EndsWith(lead.Id.ToString(), StringComparison.Ordinal)).Select(n => (n.UserId, n.Code))
            .ShouldBe([(first.OwnerId!.Value, "leads.assigned"), (first.OwnerId!.Value, "leads.enquired_again")], ignoreOrder: true);
    }

    [Fact]
    public async Task One_phone_twice_in_one_batch_is_one_lead()
    {
        await using var tenant = leads.Tenant();

        await tenant.ArriveAsync(tenant.SignUp(), tenant.SignUp(), tenant.SignUp());

        (await tenant.LeadsAsync()).ShouldHaveSingleItem().EnquiryCount.ShouldBe(3);
    }

    [Fact]
    public async Task One_phone_in_many_batches_at_once_is_one_lead()
    {
        await using var tenant = leads.Tenant();

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => tenant.ArriveAsync(tenant.SignUp()))));

        (await tenant.LeadsAsync()).ShouldHaveSingleItem().EnquiryCount.ShouldBe(8);
    }

    [Fact]
    public async Task The_dealer_that_the_person_named_gets_the_lead()
    {
        await using var tenant = leads.Tenant();

        var lead = await tenant.ArriveOneAsync(tenant.SignUp(dealer: Neighbours.Yuexiu.Id));

        (lead.DealerId, lead.NamedDealerId).ShouldBe((Neighbours.Yuexiu.Id, Neighbours.Yuexiu.Id));
        lead.Allocations.Single(a => a.Step == AllocationStep.ToDealer).Rule.ShouldBe(AllocationRule.NamedDealer);
    }

    [Fact]
    public async Task A_second_named_dealer_is_a_second_lead_that_waits_for_HQ_while_the_first_is_protected()
    {
        await using var tenant = leads.Tenant();
        await tenant.ArriveAsync(tenant.SignUp(dealer: Neighbours.Tianhe.Id));

        var second = await tenant.ArriveOneAsync(tenant.SignUp(dealer: Neighbours.Yuexiu.Id));

        (second.State, second.DealerId).ShouldBe((LeadState.Cleaned, null));
        var decision = second.Allocations.ShouldHaveSingleItem();
        decision.Rule.ShouldBe(AllocationRule.OtherDealersProtection);
        decision.Candidates.ShouldHaveSingleItem().WhyNot.ShouldBe(["other_dealer_is_protected"]);
    }

    [Fact]
    public async Task A_person_who_then_names_nobody_goes_to_the_dealer_and_advisor_who_already_serve_them()
    {
        await using var tenant = leads.Tenant();
        var first = await tenant.ArriveOneAsync(tenant.SignUp(dealer: Neighbours.Yuexiu.Id));

        var second = await tenant.ArriveOneAsync(tenant.SignUp());

        second.Id.ShouldNotBe(first.Id);
        (second.DealerId, second.OwnerId).ShouldBe((first.DealerId, first.OwnerId));
        second.Allocations.Select(a => a.Rule).ShouldBe([AllocationRule.RelatedDealer, AllocationRule.SameAdvisor], ignoreOrder: true);
    }

    [Fact]
    public async Task A_place_without_dealers_leaves_the_lead_with_HQ_and_says_why()
    {
        await using var tenant = leads.Tenant();
        var signUp = tenant.SignUp() with { Province = "西藏", City = "拉萨", District = null };

        var lead = await tenant.ArriveOneAsync(signUp);

        (lead.State, lead.DealerId).ShouldBe((LeadState.Cleaned, null));
        lead.Allocations.ShouldHaveSingleItem().Rule.ShouldBe(AllocationRule.HqList);
    }

    [Fact]
    public async Task Where_nobody_is_on_duty_the_lead_waits_at_the_dealer_with_its_clock_running()
    {
        await using var tenant = leads.Tenant();

        var lead = await tenant.ArriveOneAsync(tenant.SignUp(city: "深圳", district: "南山区"));

        (lead.State, lead.DealerId, lead.OwnerId, lead.DueAt).ShouldBe((LeadState.Dispatched, Neighbours.Shenzhen.Id, null, leads.Time.GetUtcNow().AddMinutes(30)));
        var decision = lead.Allocations.Single(a => a.Step == AllocationStep.ToAdvisor);
        (decision.Rule, decision.Candidates.Single().WhyNot.Single()).ShouldBe((AllocationRule.NobodyAvailable, "off_duty"));
    }

    [Fact]
    public async Task Advisors_take_turns_over_batches_and_a_full_desk_is_passed_over()
    {
        await using var tenant = leads.Tenant();

        for (var batch = 0; batch < 5; batch++)
        {
            await tenant.ArriveAsync([.. Enumerable.Range(0, 4).Select(n => tenant.SignUp(phone: $"1381234{batch}{n:D3}", dealer: Neighbours.Yuexiu.Id))]);
        }

        var owners = (await tenant.LeadsAsync()).CountBy(l => l.OwnerId!.Value).ToDictionary();
        (owners[Make.Id(7021)], owners[Make.Id(7022)]).ShouldBe((17, 3));
    }

    [Fact]
    public async Task A_blocked_number_becomes_an_invalid_lead_that_nobody_is_given()
    {
        await using var tenant = leads.Tenant();
        var hash = tenant.Get<PhoneVault>().Hash(tenant.Id, "13812345678");
        await tenant.SaveAsync<LeadsDb>(new BlockedContact(hash, "138****5678", BlockReason.Competitor, Make.Act()));

        var lead = await tenant.ArriveOneAsync(tenant.SignUp());

        (lead.State, lead.InvalidReason, lead.OwnerId).ShouldBe((LeadState.Invalid, "blocked", null));
        lead.CleaningSteps[^1].ShouldBe(new(3, "blocklist", StepResult.Failed, "competitor"));
    }

    [Fact]
    public async Task A_lost_lead_comes_back_to_its_dealer_as_an_A()
    {
        await using var tenant = leads.Tenant();
        var lead = await tenant.ArriveOneAsync(tenant.SignUp());
        await using (var house = tenant.AsSystem())
        {
            await house.SaveAsync<LeadsDb, int>(async db =>
            {
                var open = (await db.FindForWorkAsync(lead.Id, default))!;
                open.ApplyForLost(new("price", "over_budget"), "said so", Make.Due(), Make.Act(LeadActor.Advisor)).ShouldBeNull();
                open.DecideLost(true, Make.Act(LeadActor.DealerManager)).ShouldBeNull();
                return 0;
            });
        }

        await tenant.ArriveAsync(tenant.SignUp());

        var back = (await tenant.LeadsAsync()).ShouldHaveSingleItem();
        (back.State, back.Level, back.DealerId, back.EnquiryCount).ShouldBe((LeadState.Assigned, LeadLevel.A, lead.DealerId, 2));
        back.Moves.ShouldContain(m => m.Trigger == LeadTrigger.Reactivate && m.Reason == "auto_reactivated");
    }

    [Fact]
    public async Task Odd_names_are_kept_as_far_as_they_can_be()
    {
        await using var tenant = leads.Tenant();
        string[] names = ["<script>alert(1)</script>", "'; drop table leads.leads; --", "😀👨‍👩‍👧 李", "李\u0000明", new('李', 5_000), "𠮷野家"];

        await tenant.ArriveAsync([.. names.Select((name, n) => tenant.SignUp(phone: $"1381234000{n}", name: name))]);

        (await tenant.LeadsAsync()).Select(l => l.Name).ShouldBe([names[0], names[1], names[2], "李明", new('李', 100), names[5]], ignoreOrder: true);
    }

    [Fact]
    public async Task Another_tenants_person_with_the_same_phone_is_another_person()
    {
        await using var one = leads.Tenant();
        await using var other = leads.Tenant();

        await one.ArriveAsync(one.SignUp());
        await other.ArriveAsync(other.SignUp());

        (await one.LeadsAsync()).ShouldHaveSingleItem().EnquiryCount.ShouldBe(1);
        (await other.LeadsAsync()).ShouldHaveSingleItem().EnquiryCount.ShouldBe(1);
    }

    [Fact]
    public async Task Nothing_personal_stands_in_events_or_audit()
    {
        await using var tenant = leads.Tenant();

        await tenant.ArriveAsync(tenant.SignUp(phone: "13987654321", name: "欧阳修远"));

        var words = await tenant.ReadAsync<LeadsDb, List<string>>(async db =>
        [
            .. (await db.Set<OutboxMessage>().ToListAsync()).Select(m => m.Payload),
            .. (await db.Set<Kernel.Audit.AuditEntry>().ToListAsync()).Select(a => a.Before + a.After),
        ]);
        words.ShouldNotBeEmpty();
        words.ShouldAllBe(w => !w.Contains("13987654321") && !w.Contains("欧阳修远"));
    }
}
