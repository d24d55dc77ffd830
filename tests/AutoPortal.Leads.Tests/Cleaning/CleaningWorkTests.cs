using AutoPortal.Leads.Cleaning;
using AutoPortal.Leads.Data;
using AutoPortal.Leads.Domain;
using Microsoft.EntityFrameworkCore;
using AutoPortal.Testing;

namespace AutoPortal.Leads.Tests.Cleaning;

public sealed class CleaningWorkTests(LeadsFixture leads) : IClassFixture<LeadsFixture>
{
    [Fact]
    public async Task A_mended_number_lets_the_lead_pass_and_reach_a_dealer()
    {
        await using var tenant = leads.Tenant();
        await tenant.TakeInFileAsync([Make.Written() with { Phone = "1381234567a" }]);
        var invalid = (await tenant.LeadsAsync()).ShouldHaveSingleItem();
        (invalid.State, invalid.Queue).ShouldBe((LeadState.Invalid, CleaningQueue.Invalid));
        await using var clerk = tenant.AsHq();

        (await clerk.Get<MendLead>().RunAsync(invalid.Id, new(null, "138 1234 5678", new Dictionary<string, string>()), default)).IsOk.ShouldBeTrue();

        var lead = await tenant.LeadAsync(invalid.Id);
        (lead.InvalidReason, lead.Queue, lead.PhoneMask, lead.City).ShouldBe((null, null, "138****5678", "广州"));
        lead.DealerId.ShouldNotBeNull();
        var cleaned = lead.Moves.Single(m => m.To is LeadState.Cleaned);
        (cleaned.From, cleaned.As, cleaned.By, cleaned.Reason).ShouldBe((LeadState.Invalid, LeadActor.CleaningClerk, Make.Id(900), "mended"));
    }

    [Fact]
    public async Task A_number_that_is_mended_into_a_known_one_is_merged()
    {
        await using var tenant = leads.Tenant();
        await tenant.TakeInFileAsync([Make.Written(), Make.Written() with { Phone = "1381234567" }]);
        var invalid = (await tenant.LeadsAsync()).Single(l => l.State is LeadState.Invalid);
        await using var clerk = tenant.AsHq();

        (await clerk.Get<MendLead>().RunAsync(invalid.Id, new(null, "13812345678", new Dictionary<string, string>()), default)).IsOk.ShouldBeTrue();

        var all = await tenant.LeadsAsync();
        all.Single(l => l.Id == invalid.Id).MergedIntoId.ShouldBe(all.Single(l => l.Id != invalid.Id).Id);
        all.Single(l => l.Id != invalid.Id).EnquiryCount.ShouldBe(2);
    }

    [Fact]
    public async Task A_named_word_mends_every_lead_that_waits_with_it_and_those_that_come_later()
    {
        await using var tenant = leads.Tenant();
        await tenant.TakeInFileAsync([.. Enumerable.Range(0, 5).Select(i => Make.Written() with { Phone = $"1371234567{i}", Series = "X7 四驱" })], new(KeepWithHq: true));
        await using var clerk = tenant.AsHq();

        var named = await clerk.Get<NameWord>().RunAsync("series", "x7 四驱 ", "x7", default);
        await tenant.TakeInFileAsync([Make.Written() with { Series = "X7 四驱" }]);

        named.Value!.Leads.Count.ShouldBe(5);
        (await tenant.LeadsAsync()).ShouldAllBe(l => l.SeriesCode == "x7" && l.Queue == null);
        (await clerk.ReadAsync<LeadsDb, int>(db => db.UnknownWords.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task A_word_is_not_named_after_what_the_catalogue_does_not_have()
    {
        await using var tenant = leads.Tenant();
        await using var clerk = tenant.AsHq();

        (await clerk.Get<NameWord>().RunAsync("series", "E9 四驱", "e99", default)).Refusal.ShouldBe(LeadRefusals.CodeIsUnknown);
        (await clerk.Get<NameWord>().RunAsync("name", "李", "王", default)).Refusal.ShouldBe(LeadRefusals.CodeIsUnknown);
    }

    [Fact]
    public async Task The_third_missed_call_makes_a_lead_unreachable_and_an_answer_proves_it()
    {
        await using var tenant = leads.Tenant();
        await tenant.TakeInFileAsync([Make.Written(), Make.Written() with { Phone = "13712345678" }], new(KeepWithHq: true));
        var all = await tenant.LeadsAsync();
        await using var clerk = tenant.AsHq();
        var call = clerk.Get<NoteVerificationCall>();

        for (var i = 0; i < 3; i++)
        {
            (await tenant.LeadAsync(all[0].Id)).State.ShouldBe(LeadState.Cleaned);
            (await call.RunAsync(all[0].Id, wasAnswered: false, default)).IsOk.ShouldBeTrue();
        }

        await call.RunAsync(all[1].Id, wasAnswered: true, default);
        (await tenant.LeadAsync(all[0].Id)).InvalidReason.ShouldBe("unreachable");
        (await tenant.LeadAsync(all[1].Id)).Flags.ShouldNotContain(LeadCleaning.Unverified);
    }

    [Fact]
    public async Task Invalid_needs_a_listed_reason_leaves_the_queue_and_may_be_taken_back_by_the_rules()
    {
        await using var tenant = leads.Tenant();
        await tenant.TakeInFileAsync([Make.Written()], new(KeepWithHq: true));
        var id = (await tenant.LeadsAsync()).ShouldHaveSingleItem().Id;
        await using var clerk = tenant.AsHq();

        (await clerk.Get<InvalidateLead>().RunAsync(id, "because", default)).Refusal.ShouldBe(LeadRefusals.ReasonIsMissing);
        (await clerk.Get<InvalidateLead>().RunAsync(id, "no_intention", default)).IsOk.ShouldBeTrue();
        var invalid = await tenant.LeadAsync(id);
        (await clerk.Get<MendLead>().RunAsync(id, Mending.Nothing, default)).IsOk.ShouldBeTrue();

        (invalid.State, invalid.InvalidReason, invalid.Queue).ShouldBe((LeadState.Invalid, "no_intention", null));
        (await tenant.LeadAsync(id)).State.ShouldBe(LeadState.Assigned);
    }

    [Fact]
    public async Task A_lead_at_a_dealer_or_of_another_tenant_is_not_cleaned()
    {
        await using var tenant = leads.Tenant();
        var lead = await tenant.ArriveOneAsync(tenant.SignUp());
        await using var clerk = tenant.AsHq();
        await using var other = leads.Tenant();
        await using var stranger = other.AsHq();

        (await clerk.Get<MendLead>().RunAsync(lead.Id, Mending.Nothing, default)).Refusal!.Code.ShouldBe("leads.not_now");
        (await stranger.Get<MendLead>().RunAsync(lead.Id, Mending.Nothing, default)).Refusal.ShouldBe(LeadRefusals.NotFound);
        (await stranger.Get<CleaningQueries>().FindAsync(lead.Id, default)).ShouldBeNull();
    }

    [Fact]
    public async Task Who_may_not_clean_sees_and_does_nothing()
    {
        await using var tenant = leads.Tenant();
        await tenant.TakeInFileAsync([Make.Written() with { Series = "E9" }], new(KeepWithHq: true));
        var id = (await tenant.LeadsAsync()).ShouldHaveSingleItem().Id;
        await using var advisor = tenant.AsAdvisor(7011);

        (await advisor.Get<MendLead>().RunAsync(id, Mending.Nothing, default)).Refusal.ShouldBe(Kernel.Outcomes.Refusal.NotAllowed);
        (await advisor.Get<CleaningQueries>().ListAsync(CleaningQueue.NeedsReview, null, 10, default)).Rows.ShouldBeEmpty();
    }

    [Fact]
    public async Task Rules_that_did_not_change_change_nothing()
    {
        await using var tenant = leads.Tenant();
        await tenant.TakeInFileAsync(Intake.GeneratedRows.Of(20, 4, 4, 6, 0, 5, seed: 11), new(KeepWithHq: true));
        var before = (await tenant.LeadsAsync()).Select(Shown).ToList();
        await using var house = tenant.AsSystem();
        await using var db = await house.Get<IDbContextFactory<LeadsDb>>().CreateDbContextAsync();

        var again = await house.Get<Recleaning>().RunAsync(db, await db.Leads.OrderBy(l => l.Id).ToListAsync(), Make.Act(reason: "replayed"), default);
        (await db.SaveAsync()).IsOk.ShouldBeTrue();

        again.ShouldAllBe(a => !a.IsChanged);
        (await tenant.LeadsAsync()).Select(Shown).ShouldBe(before);
    }

    [Fact]
    public async Task The_queue_is_paged_oldest_first_and_offers_meanings_of_the_unknown_word()
    {
        await using var tenant = leads.Tenant();
        await tenant.TakeInFileAsync([.. Enumerable.Range(0, 5).Select(i => Make.Written() with { Phone = $"1371234567{i}", Series = "辰星X7四驱" })], new(KeepWithHq: true));
        await using var clerk = tenant.AsHq();
        var queries = clerk.Get<CleaningQueries>();

        var first = await queries.ListAsync(CleaningQueue.NeedsReview, null, 3, default);
        var rest = await queries.ListAsync(CleaningQueue.NeedsReview, Guid.Parse(first.NextAfter!), 3, default);
        var found = await queries.FindAsync(first.Rows[0].Id, default);

        (first.Rows.Count, rest.Rows.Count, rest.NextAfter, (int?)first.Total).ShouldBe((3, 2, null, 5));
        (found!.Unknown!.Waiting, found.Unknown.Suggestions[0].Code).ShouldBe((5, "x7"));
    }

    private static string Shown(Lead lead) => $"{lead.Id} {lead.State} {lead.InvalidReason} {lead.Queue} {string.Join(',', lead.Flags)} {lead.Level} {lead.HeatScore} {lead.SeriesCode} {lead.City} {lead.Moves.Count}";
}
