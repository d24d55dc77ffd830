using AutoPortal.Kernel.Outcomes;
using AutoPortal.Platform.Contracts;
using AutoPortal.Platform.Domain;
using AutoPortal.Platform.Exports;
using AutoPortal.Platform.Notices;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Platform.Tests.Exports;

/// <summary>What may go, to whom, masked how, and with whose word.</summary>
public sealed class ExportRulesTests(PlatformFixture platform) : IClassFixture<PlatformFixture>
{
    [Fact]
    public async Task An_export_of_1001_persons_waits_for_a_second_person_who_is_asked_by_their_bell()
    {
        var (town, runner, operatorOfHq) = await StartAsync();
        var admin = await town.HireAsync(RoleTemplate.PlatformAdmin, MembershipReach.Tenant, null);

        var job = (await runner.OrderAsync(operatorOfHq, ExportRunner.Crowd(1_001))).Value;

        (await runner.ReadAsync(job)).State.ShouldBe(ExportState.WaitingApproval);
        (await runner.WriteAsync(job)).ShouldBeFalse("nothing is written before the word");
        (await NoticesAsync(admin)).ShouldBe([ExportNotices.Asked]);
        (await runner.ApproveAsync(operatorOfHq, job)).Refusal.ShouldBe(Refusal.NotAllowed);
        (await runner.ApproveAsync(admin, job)).IsOk.ShouldBeTrue();
        (await runner.WriteAsync(job)).ShouldBeTrue();
        (await runner.ReadAsync(job)).ShouldSatisfyAllConditions(j => j.State.ShouldBe(ExportState.Ready), j => j.RowCount.ShouldBe(1_001));
        (await NoticesAsync(operatorOfHq)).ShouldBe([ExportNotices.Ready]);
    }

    [Fact]
    public async Task Who_may_approve_others_may_not_approve_themselves()
    {
        var (town, runner, _) = await StartAsync();
        var admin = await town.HireAsync(RoleTemplate.PlatformAdmin, MembershipReach.Tenant, null);

        var job = (await runner.OrderAsync(admin, ExportRunner.Crowd(1_001))).Value;

        (await runner.ApproveAsync(admin, job)).Refusal.ShouldBe(ExportRefusals.NotByOneself);
        (await runner.ReadAsync(job)).State.ShouldBe(ExportState.WaitingApproval);
    }

    [Fact]
    public async Task A_manager_decides_for_their_own_dealer_and_does_not_see_what_others_wait_for()
    {
        var (town, runner, operatorOfHq) = await StartAsync();
        var manager = await town.HireAsync(RoleTemplate.DealerManager, MembershipReach.Dealer, town.First.Id);
        var neighbour = await town.HireAsync(RoleTemplate.DealerManager, MembershipReach.Dealer, town.Far.Id);
        var advisor = await town.HireAsync(RoleTemplate.SalesAdvisor, MembershipReach.Own, town.First.Id);

        var theirs = (await runner.OrderAsync(advisor, ExportRunner.Crowd(1_001))).Value;
        var headquarters = (await runner.OrderAsync(operatorOfHq, ExportRunner.Crowd(1_001))).Value;

        (await runner.ApproveAsync(neighbour, theirs)).Refusal.ShouldBe(Refusal.NotFound);
        (await runner.ApproveAsync(manager, headquarters)).Refusal.ShouldBe(Refusal.NotFound);
        (await runner.ApproveAsync(manager, theirs)).IsOk.ShouldBeTrue();
    }

    [Fact]
    public async Task A_thousand_go_at_once_but_the_cap_counts_a_day_and_not_a_file()
    {
        var (_, runner, person) = await StartAsync();

        var first = (await runner.OrderAsync(person, ExportRunner.Crowd(1_000))).Value;
        var second = (await runner.OrderAsync(person, ExportRunner.Crowd(1))).Value;
        var bare = (await runner.OrderAsync(person, ExportRunner.Crowd(5_000, null, false, "number"))).Value;

        (await runner.ReadAsync(first)).State.ShouldBe(ExportState.Queued);
        (await runner.ReadAsync(second)).State.ShouldBe(ExportState.WaitingApproval);
        (await runner.ReadAsync(bare)).State.ShouldBe(ExportState.Queued, "nothing in it tells of a person");
    }

    [Fact]
    public async Task A_tenant_sets_its_own_cap()
    {
        var (town, runner, person) = await StartAsync();
        await using var admin = await Visitor.OfAsync(platform, await town.HireAsync(RoleTemplate.PlatformAdmin, MembershipReach.Tenant, null));

        (await admin.Get<SetExportRules>().RunAsync(10, 3, default)).IsOk.ShouldBeTrue();

        (await runner.ReadAsync((await runner.OrderAsync(person, ExportRunner.Crowd(11))).Value)).State.ShouldBe(ExportState.WaitingApproval);
        (await admin.Get<SetExportRules>().RunAsync(-1, 3, default)).Refusal.ShouldNotBeNull();
        await using var someone = await Visitor.OfAsync(platform, person);
        (await someone.Get<SetExportRules>().RunAsync(9_999, 3, default)).Refusal.ShouldBe(Refusal.NotAllowed);
    }

    [Fact]
    public async Task Personal_data_needs_a_reason()
    {
        var (_, runner, person) = await StartAsync();

        (await runner.OrderAsync(person, ExportRunner.Crowd(3, " "))).Refusal.ShouldBe(ExportRefusals.ReasonIsMissing);
        (await runner.OrderAsync(person, ExportRunner.Crowd(3, null, false, "number"))).IsOk.ShouldBeTrue();
    }

    [Fact]
    public async Task Phones_are_masked_for_every_role_unless_the_role_may_reveal_and_a_second_person_says_yes()
    {
        var (town, runner, operatorOfHq) = await StartAsync();
        var admin = await town.HireAsync(RoleTemplate.PlatformAdmin, MembershipReach.Tenant, null);
        var manager = await town.HireAsync(RoleTemplate.DealerManager, MembershipReach.Dealer, town.First.Id);

        foreach (var member in new[] { operatorOfHq, admin, manager })
        {
            (await runner.TakeAsync(member, ExportRunner.Crowd(2))).Select(r => r[1]).ShouldBe(["138****0001", "138****0002"]);
        }

        (await runner.OrderAsync(operatorOfHq, ExportRunner.Crowd(2, revealed: true))).Refusal.ShouldBe(ExportRefusals.MayNotReveal);
        var job = (await runner.OrderAsync(manager, ExportRunner.Crowd(2, revealed: true))).Value;
        (await runner.ReadAsync(job)).State.ShouldBe(ExportState.WaitingApproval, "two rows in full are already too many without a second person");
        (await runner.ApproveAsync(admin, job)).IsOk.ShouldBeTrue();
        await runner.WriteAsync(job);
        (await ExportRunner.RowsAsync(await runner.FileAsync(job))).Select(r => r[1]).ShouldBe(["13800000001", "13800000002"]);
    }

    [Fact]
    public async Task What_was_searched_for_is_kept_sealed()
    {
        var (_, runner, person) = await StartAsync();

        var job = (await runner.OrderAsync(person, ExportRunner.Wanted("series", query: new(null, 20, null, false, "13800001234", new Dictionary<string, string>())))).Value;

        var kept = await runner.ReadAsync(job);
        kept.Query.SealedSearch.ShouldNotBeNull().ShouldNotContain("13800001234");
        (await runner.WriteAsync(job)).ShouldBeTrue();
        (await runner.ReadAsync(job)).State.ShouldBe(ExportState.Ready);
    }

    [Fact]
    public async Task A_list_that_the_role_does_not_open_is_not_exported_either()
    {
        var (_, runner, person) = await StartAsync();

        (await runner.OrderAsync(person, ExportRunner.Wanted("people"))).Refusal.ShouldBe(Refusal.NotAllowed);
        (await runner.OrderAsync(person, ExportRunner.Wanted("secrets"))).Refusal.ShouldBe(ExportRefusals.UnknownList);
        (await runner.OrderAsync(person, ExportRunner.Wanted("series", columns: []))).Refusal.ShouldBe(ExportRefusals.NothingChosen);
    }

    private async Task<(Town Town, ExportRunner Runner, Member Operator)> StartAsync()
    {
        var town = await platform.BuildAsync();
        return (town, new(platform, town), await town.HireAsync(RoleTemplate.CampaignOperator, MembershipReach.Tenant, null));
    }

    private async Task<List<string>> NoticesAsync(Member member)
    {
        await using var person = await Visitor.OfAsync(platform, member);
        return [.. (await person.Get<MyNotices>().ListAsync(Kernel.Paging.PageRequest.First(10), default)).Rows.Select(n => n.Code)];
    }
}
