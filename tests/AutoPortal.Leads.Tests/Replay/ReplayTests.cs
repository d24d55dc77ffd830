using AutoPortal.Kernel.Outcomes;
using AutoPortal.Leads.Cleaning;
using AutoPortal.Leads.Data;
using AutoPortal.Leads.Domain;
using AutoPortal.Leads.Replay;
using AutoPortal.Leads.Rules;
using AutoPortal.Leads.Tests.Intake;
using AutoPortal.Testing;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Leads.Tests.Replay;

public sealed class ReplayTests(LeadsFixture leads) : IClassFixture<LeadsFixture>
{
    private static readonly ReplayScope All = new(ReplayScope.Kinds, null, null, null, null);

    [Fact]
    public async Task A_look_says_what_would_change_and_changes_nothing()
    {
        await using var tenant = leads.Tenant();
        await using var hq = tenant.AsHq();
        await tenant.TakeInFileAsync([Make.Written(), Make.Written() with { Phone = "13712345671", Window = "7天内" }], new(KeepWithHq: true));
        await SetAsync(hq, CleaningRules.Default with { DispatchThreshold = 10 });
        var before = await ShownAsync(tenant);

        await OrderAsync(hq, All);
        await WorkAsync(tenant);

        var view = (await hq.Get<ReplayQueries>().ListAsync(default)).ShouldHaveSingleItem();
        (view.Replay.State, view.Replay.Total, view.Replay.Looked).ShouldBe((ReplayState.Checked, 2, 2));
        view.Replay.Results.Sum(r => r.Count).ShouldBe(view.Replay.Changed);
        view.Replay.Results.ShouldAllBe(r => r.Before == "cleaned" && r.After == "nurturing");
        view.Samples.ShouldContain(s => s.Name == "李**" && s.Reasons.Contains("below_threshold"));
        (await ShownAsync(tenant)).ShouldBe(before);
    }

    [Fact]
    public async Task What_was_looked_at_is_done_with_its_reason_and_clean_leads_go_to_dealers()
    {
        await using var tenant = leads.Tenant();
        await using var hq = tenant.AsHq();
        await hq.Get<BlockContact>().RunAsync("13812345678", BlockReason.Competitor, default);
        await tenant.TakeInFileAsync([Make.Written(), Make.Written() with { Phone = "13712345671", Consent = "否" }]);
        await hq.Get<UnblockContact>().RunAsync((await hq.Get<RulesQueries>().BlocklistAsync(Kernel.Paging.PageRequest.First(1), default)).Rows[0].Id, "登记错了", default);

        var id = await OrderAsync(hq, All);
        await WorkAsync(tenant);
        (await hq.Get<SteerReplay>().ApplyAsync(id, default)).IsOk.ShouldBeTrue();
        await WorkAsync(tenant);

        var replay = (await hq.Get<ReplayQueries>().ListAsync(default)).Single().Replay;
        (replay.State, replay.Changed).ShouldBe((ReplayState.Applied, 1));
        replay.Done.ShouldHaveSingleItem().ShouldBe(new("invalid:blocked", "cleaned", 1));
        var all = await tenant.LeadsAsync();
        var freed = all.Single(l => l.InvalidReason is null);
        freed.DealerId.ShouldNotBeNull();
        var move = freed.Moves.Single(m => m.From is LeadState.Invalid);
        (move.To, move.By, move.As, move.Reason).ShouldBe((LeadState.Cleaned, null, LeadActor.System, "replayed"));
        all.Single(l => l.InvalidReason is not null).Moves.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Leads_that_a_person_decided_on_are_left_alone()
    {
        await using var tenant = leads.Tenant();
        await using var hq = tenant.AsHq();
        await tenant.TakeInFileAsync(
        [
            Make.Written() with { Phone = "13712345671", Series = "E9" },
            Make.Written() with { Phone = "13712345672" },
            Make.Written() with { Phone = "13712345673", Series = "E9" },
        ], new(KeepWithHq: true));
        var all = await ByPhoneAsync(tenant);
        await hq.Get<LeaveAsIs>().RunAsync(all[0].Id, default);
        await hq.Get<InvalidateLead>().RunAsync(all[1].Id, "no_intention", default);
        await SetAsync(hq, CleaningRules.Default with { DispatchThreshold = 10 });

        var id = await OrderAsync(hq, All);
        await WorkAsync(tenant);
        await hq.Get<SteerReplay>().ApplyAsync(id, default);
        await WorkAsync(tenant);

        var after = await ByPhoneAsync(tenant);
        (after[0].State, after[0].Queue).ShouldBe((LeadState.Cleaned, null));
        (after[1].State, after[1].InvalidReason).ShouldBe((LeadState.Invalid, "no_intention"));
        after[2].State.ShouldBe(LeadState.Nurturing);
        (await hq.Get<ReplayQueries>().ListAsync(default))[0].Replay.Skipped.ShouldBe(2);
    }

    [Theory]
    [InlineData(3, 0)]
    [InlineData(17, 0)]
    [InlineData(29, 4)]
    public async Task Rules_that_did_not_change_change_no_lead(int seed, int threshold)
    {
        await using var tenant = leads.Tenant();
        await using var hq = tenant.AsHq();
        if (threshold > 0)
        {
            await SetAsync(hq, CleaningRules.Default with { DispatchThreshold = threshold });
        }

        await hq.Get<BlockContact>().RunAsync("13800138000", BlockReason.Test, default);
        await tenant.TakeInFileAsync([.. GeneratedRows.Of(60, 6, 6, 8, 3, threshold > 0 ? 0 : 12, seed).Select(r => r.Phone?.EndsWith('3') is true ? r with { Series = "E9", City = "某市" } : r)], new(KeepWithHq: seed % 2 == 1));
        var before = await ShownAsync(tenant);

        var id = await OrderAsync(hq, All);
        await WorkAsync(tenant);
        await hq.Get<SteerReplay>().ApplyAsync(id, default);
        await WorkAsync(tenant);

        var replay = (await hq.Get<ReplayQueries>().ListAsync(default)).Single().Replay;
        (replay.State, replay.Changed).ShouldBe((ReplayState.Applied, 0));
        replay.Looked.ShouldBeGreaterThan(10);
        (await ShownAsync(tenant)).ShouldBe(before);
    }

    [Fact]
    public async Task The_scope_is_what_was_chosen()
    {
        await using var tenant = leads.Tenant();
        await using var hq = tenant.AsHq();
        await tenant.TakeInFileAsync([Make.Written(), Make.Written() with { Phone = "13712345671", Consent = "否" }, Make.Written() with { Phone = "13712345672", Series = "E9" }], new(KeepWithHq: true));
        var now = leads.Time.GetUtcNow();

        foreach (var (scope, count) in new (ReplayScope, int)[]
        {
            (All with { What = [ReplayScope.Invalid] }, 1),
            (All with { What = [ReplayScope.NeedsReview] }, 1),
            (All with { What = [ReplayScope.RiskPhone, ReplayScope.Nurturing] }, 0),
            (All, 3),
            (All with { ImportRunId = Make.Id(600) }, 3),
            (All with { ImportRunId = Make.Id(601) }, 0),
            (All with { Source = "vertical_media.autohome" }, 2),
            (All with { Source = "activity" }, 0),
            (All with { CreatedFrom = now.AddDays(1) }, 0),
            (All with { CreatedUntil = now.AddDays(-1) }, 0),
            (All with { CreatedFrom = now.AddDays(-1), CreatedUntil = now.AddDays(1) }, 3),
        })
        {
            await OrderAsync(hq, scope);
            await WorkAsync(tenant);
            (await hq.Get<ReplayQueries>().ListAsync(default))[0].Replay.Looked.ShouldBe(count, scope.ToString());
        }
    }

    [Fact]
    public async Task A_stopped_replay_goes_on_where_it_stood()
    {
        await using var tenant = leads.Tenant();
        await using var hq = tenant.AsHq();
        await tenant.TakeInFileAsync([.. Enumerable.Range(0, 250).Select(i => Make.Written() with { Phone = $"137{i:D8}" })], new(KeepWithHq: true));
        await SetAsync(hq, CleaningRules.Default with { DispatchThreshold = 10 });
        var id = await OrderAsync(hq, All);
        await WorkAsync(tenant);
        await hq.Get<SteerReplay>().ApplyAsync(id, default);

        (await StepAsync(tenant)).ShouldBeTrue();
        (await hq.Get<SteerReplay>().StopAsync(id, default)).IsOk.ShouldBeTrue();
        await WorkAsync(tenant);
        var stopped = (await hq.Get<ReplayQueries>().ListAsync(default))[0].Replay;
        var doneThen = (await tenant.LeadsAsync()).Count(l => l.State is LeadState.Nurturing);
        (await hq.Get<SteerReplay>().ApplyAsync(id, default)).IsOk.ShouldBeTrue();
        await WorkAsync(tenant);

        (stopped.State, stopped.Looked, doneThen).ShouldBe((ReplayState.Stopped, 200, 200));
        var replay = (await hq.Get<ReplayQueries>().ListAsync(default))[0].Replay;
        (replay.State, replay.Looked, replay.Changed).ShouldBe((ReplayState.Applied, 250, 250));
        (await tenant.LeadsAsync()).ShouldAllBe(l => l.State == LeadState.Nurturing && l.Moves.Count == 2);
        (await hq.Get<SteerReplay>().StopAsync(id, default)).Refusal.ShouldBe(LeadRefusals.ReplayNotNow);
    }

    [Fact]
    public async Task Two_nodes_at_once_do_each_lead_once()
    {
        await using var tenant = leads.Tenant();
        await using var hq = tenant.AsHq();
        await tenant.TakeInFileAsync([.. Enumerable.Range(0, 30).Select(i => Make.Written() with { Phone = $"136{i:D8}" })], new(KeepWithHq: true));
        await SetAsync(hq, CleaningRules.Default with { DispatchThreshold = 10 });
        var id = await OrderAsync(hq, All);
        await WorkAsync(tenant);
        await hq.Get<SteerReplay>().ApplyAsync(id, default);

        await Task.WhenAll(WorkAsync(tenant), WorkAsync(tenant));
        await WorkAsync(tenant);

        (await hq.Get<ReplayQueries>().ListAsync(default))[0].Replay.Looked.ShouldBe(30);
        (await tenant.LeadsAsync()).ShouldAllBe(l => l.Moves.Count == 2);
    }

    [Fact]
    public async Task Rules_that_changed_since_the_look_want_another_look()
    {
        await using var tenant = leads.Tenant();
        await using var hq = tenant.AsHq();
        await tenant.TakeInFileAsync([Make.Written()], new(KeepWithHq: true));
        var id = await OrderAsync(hq, All);
        (await hq.Get<OrderReplay>().RunAsync(All, default)).Refusal.ShouldBe(LeadRefusals.ReplayIsAtWork);
        (await hq.Get<SteerReplay>().ApplyAsync(id, default)).Refusal.ShouldBe(LeadRefusals.ReplayNotNow);
        await WorkAsync(tenant);

        await SetAsync(hq, CleaningRules.Default with { DispatchThreshold = 10 });

        (await hq.Get<SteerReplay>().ApplyAsync(id, default)).Refusal.ShouldBe(LeadRefusals.ReplayIsStale);
        (await hq.Get<ReplayQueries>().ListAsync(default))[0].IsStale.ShouldBeTrue();
    }

    [Fact]
    public async Task Nonsense_and_people_without_the_permission_are_refused()
    {
        await using var tenant = leads.Tenant();
        await using var hq = tenant.AsHq();
        await using var manager = tenant.AsManager();
        var order = hq.Get<OrderReplay>();

        (await order.RunAsync(All with { What = [] }, default)).Refusal.ShouldBe(LeadRefusals.ReplayOfNothing);
        (await order.RunAsync(All with { What = ["delivered"] }, default)).Refusal.ShouldBe(LeadRefusals.ReplayOfNothing);
        (await order.RunAsync(All with { CreatedFrom = Make.Now, CreatedUntil = Make.Now }, default)).Refusal.ShouldBe(LeadRefusals.ReplayDaysAreTurned);
        (await order.RunAsync(All with { Source = "nowhere" }, default)).Refusal.ShouldBe(LeadRefusals.CodeIsUnknown);
        (await manager.Get<OrderReplay>().RunAsync(All, default)).Refusal.ShouldBe(Refusal.NotAllowed);
        (await manager.Get<ReplayQueries>().ListAsync(default)).ShouldBeEmpty();
        (await manager.Get<SteerReplay>().StopAsync(Make.Id(1), default)).Refusal.ShouldBe(Refusal.NotAllowed);
    }

    private static async Task<List<Lead>> ByPhoneAsync(TestTenant tenant) => [.. (await tenant.LeadsAsync()).OrderBy(l => l.PhoneMask, StringComparer.Ordinal)];

    private async Task<Guid> OrderAsync(TestTenant hq, ReplayScope scope)
    {
        // Later than the leads and than the last one, as it is in life.
        leads.Time.Advance(TimeSpan.FromMinutes(1));
        var ordered = await hq.Get<OrderReplay>().RunAsync(scope, default);
        ordered.IsOk.ShouldBeTrue();
        return ordered.Value;
    }

    private static async Task SetAsync(TestTenant hq, CleaningRules rules)
        => (await hq.Get<SetCleaningRules>().RunAsync(rules, (await hq.Get<RulesQueries>().VersionsAsync(default)).FirstOrDefault()?.Version ?? 0, "试验", default)).IsOk.ShouldBeTrue();

    private static async Task WorkAsync(TestTenant tenant)
    {
        while (await StepAsync(tenant))
        {
        }
    }

    private static async Task<bool> StepAsync(TestTenant tenant)
    {
        await using var house = tenant.AsSystem();
        return await house.Get<RunReplay>().RunAsync(default);
    }

    private static async Task<List<string>> ShownAsync(TestTenant tenant)
        => [.. (await tenant.LeadsAsync()).Select(l => $"{l.Id} {l.State} {l.InvalidReason} {l.Queue} {string.Join(',', l.Flags)} {string.Join(',', l.CleaningSteps)} {l.Level} {l.HeatScore} {l.SeriesCode} {l.Window} {l.Province} {l.City} {l.District} {l.NamedDealerId} {l.HasBudget} {l.Moves.Count} {l.EnquiryCount}")];
}
