using AutoPortal.Kernel.Outcomes;
using AutoPortal.Kernel.Paging;
using AutoPortal.Leads.Cleaning;
using AutoPortal.Leads.Domain;
using AutoPortal.Leads.Rules;
using AutoPortal.Testing;

namespace AutoPortal.Leads.Tests.Rules;

public sealed class CleaningRulesTests(LeadsFixture leads) : IClassFixture<LeadsFixture>
{
    [Fact]
    public async Task New_rules_hold_for_what_comes_from_then_on_and_earlier_ones_stay_to_be_read()
    {
        await using var tenant = leads.Tenant();
        await using var hq = tenant.AsHq();
        await tenant.TakeInFileAsync([Make.Written()], new(KeepWithHq: true));

        (await hq.Get<SetCleaningRules>().RunAsync(CleaningRules.Default with { DispatchThreshold = 9 }, 0, "门店忙不过来", default)).IsOk.ShouldBeTrue();
        (await hq.Get<SetCleaningRules>().RunAsync(CleaningRules.Default with { DispatchThreshold = 10 }, 1, "还是忙", default)).IsOk.ShouldBeTrue();
        await tenant.TakeInFileAsync([Make.Written() with { Phone = "13712345678" }], new(KeepWithHq: true));

        (await tenant.LeadsAsync()).OrderByDescending(l => l.PhoneMask).Select(l => l.State).ShouldBe([LeadState.Cleaned, LeadState.Nurturing]);
        var versions = await hq.Get<RulesQueries>().VersionsAsync(default);
        versions.Select(v => (v.Version, v.Rules.DispatchThreshold, v.Reason)).ShouldBe([(2, 10, "还是忙"), (1, 9, "门店忙不过来")]);
        versions[0].At.ShouldBe(leads.Time.GetUtcNow());
    }

    [Fact]
    public async Task Of_two_people_who_change_the_same_version_the_second_is_told()
    {
        await using var tenant = leads.Tenant();
        await using var hq = tenant.AsHq();
        await using var other = tenant.AsHq();

        var both = await Task.WhenAll(
            hq.Get<SetCleaningRules>().RunAsync(CleaningRules.Default with { ProtectionDays = 20 }, 0, "一", default),
            other.Get<SetCleaningRules>().RunAsync(CleaningRules.Default with { ProtectionDays = 40 }, 0, "二", default));

        both.Count(o => o.IsOk).ShouldBe(1);
        both.Single(o => !o.IsOk).Refusal.ShouldBe(LeadRefusals.RulesChangedMeanwhile);
    }

    [Fact]
    public async Task Rules_need_a_reason_a_change_and_values_that_make_sense()
    {
        await using var tenant = leads.Tenant();
        await using var hq = tenant.AsHq();
        var set = hq.Get<SetCleaningRules>();

        (await set.RunAsync(CleaningRules.Default with { ProtectionDays = 20 }, 0, " ", default)).Refusal.ShouldBe(LeadRefusals.ReasonIsMissing);
        (await set.RunAsync(CleaningRules.Default, 0, "无", default)).Refusal.ShouldBe(LeadRefusals.RulesAreTheSame);
        foreach (var rules in new[]
        {
            CleaningRules.Default with { DispatchThreshold = -1 }, CleaningRules.Default with { DispatchThreshold = 11 }, CleaningRules.Default with { ProtectionDays = 0 },
            CleaningRules.Default with { MissesUntilUnreachable = 0 }, CleaningRules.Default with { NamesOfReusedContact = 1 },
        })
        {
            (await set.RunAsync(rules, 0, "试试", default)).Refusal.ShouldBe(LeadRefusals.RulesOutOfRange);
        }
    }

    [Fact]
    public async Task A_forgotten_word_waits_for_review_again()
    {
        await using var tenant = leads.Tenant();
        await using var hq = tenant.AsHq();
        await hq.Get<NameWord>().RunAsync("series", "X7 四驱", "x7", default);
        await hq.Get<NameWord>().RunAsync("city", "羊城", "广州", default);

        var found = (await hq.Get<RulesQueries>().WordsAsync(PageRequest.First(10) with { Search = "x7" }, default)).Rows.ShouldHaveSingleItem();
        (await hq.Get<ForgetWord>().RunAsync(found.Id, default)).IsOk.ShouldBeTrue();
        await tenant.TakeInFileAsync([Make.Written() with { Series = "X7 四驱", City = "羊城" }], new(KeepWithHq: true));

        (found.Word, found.Code.Name).ShouldBe(("x7 四驱", "辰星 X7"));
        var lead = (await tenant.LeadsAsync()).ShouldHaveSingleItem();
        (lead.Queue, lead.SeriesCode, lead.City).ShouldBe((CleaningQueue.NeedsReview, null, "广州"));
        (await hq.Get<ForgetWord>().RunAsync(found.Id, default)).Refusal.ShouldBe(LeadRefusals.RowIsGone);
    }

    [Fact]
    public async Task A_blocked_number_is_found_by_its_tail_or_whole_and_refused_until_it_is_taken_off_with_a_reason()
    {
        await using var tenant = leads.Tenant();
        await using var hq = tenant.AsHq();
        var queries = hq.Get<RulesQueries>();
        (await hq.Get<BlockContact>().RunAsync("138 1234 5678", BlockReason.Competitor, default)).IsOk.ShouldBeTrue();
        (await hq.Get<BlockContact>().RunAsync("+8613812345678", BlockReason.Staff, default)).IsOk.ShouldBeTrue();
        await hq.Get<BlockContact>().RunAsync("13700000001", BlockReason.Test, default);
        await tenant.TakeInFileAsync([Make.Written()]);

        var byTail = (await queries.BlocklistAsync(PageRequest.First(10) with { Search = "5678" }, default)).Rows.ShouldHaveSingleItem();
        var whole = (await queries.BlocklistAsync(PageRequest.First(10) with { Search = "13812345678" }, default)).Rows.ShouldHaveSingleItem();
        (byTail.PhoneMask, byTail.Reason, whole.Id).ShouldBe(("138****5678", BlockReason.Staff, byTail.Id));
        (await queries.BlocklistAsync(PageRequest.First(10) with { Search = "李明" }, default)).Rows.ShouldBeEmpty();
        (await tenant.LeadsAsync()).ShouldHaveSingleItem().InvalidReason.ShouldBe("blocked");

        (await hq.Get<UnblockContact>().RunAsync(byTail.Id, "", default)).Refusal.ShouldBe(LeadRefusals.ReasonIsMissing);
        (await hq.Get<UnblockContact>().RunAsync(byTail.Id, "员工已离职", default)).IsOk.ShouldBeTrue();
        await tenant.TakeInFileAsync([Make.Written()]);
        (await tenant.LeadsAsync()).Count(l => l.InvalidReason is null).ShouldBe(1);
        (await queries.BlocklistAsync(PageRequest.First(10), default)).Rows.ShouldHaveSingleItem().PhoneMask.ShouldBe("137****0001");
    }

    [Fact]
    public async Task A_number_that_is_none_is_not_blocked()
    {
        await using var tenant = leads.Tenant();
        await using var hq = tenant.AsHq();

        (await hq.Get<BlockContact>().RunAsync("12345", BlockReason.Test, default)).Refusal.ShouldBe(LeadRefusals.NoSuchNumber);
    }

    [Fact]
    public async Task Who_may_not_set_rules_sees_and_does_nothing()
    {
        await using var tenant = leads.Tenant();
        await using var hq = tenant.AsHq();
        await hq.Get<BlockContact>().RunAsync("13812345678", BlockReason.Staff, default);
        var blocked = (await hq.Get<RulesQueries>().BlocklistAsync(PageRequest.First(10), default)).Rows.Single();
        await using var advisor = tenant.AsAdvisor(7011);

        (await advisor.Get<SetCleaningRules>().RunAsync(CleaningRules.Default with { ProtectionDays = 1 }, 0, "想要", default)).Refusal.ShouldBe(Refusal.NotAllowed);
        (await advisor.Get<BlockContact>().RunAsync("13812345678", BlockReason.Test, default)).Refusal.ShouldBe(Refusal.NotAllowed);
        (await advisor.Get<UnblockContact>().RunAsync(blocked.Id, "想要", default)).Refusal.ShouldBe(Refusal.NotAllowed);
        (await advisor.Get<ForgetWord>().RunAsync(blocked.Id, default)).Refusal.ShouldBe(Refusal.NotAllowed);
        (await advisor.Get<RulesQueries>().BlocklistAsync(PageRequest.First(10), default)).Rows.ShouldBeEmpty();
        (await advisor.Get<RulesQueries>().VersionsAsync(default)).ShouldBeEmpty();
        (await advisor.Get<RulesQueries>().WordsAsync(PageRequest.First(10), default)).Rows.ShouldBeEmpty();
    }
}
