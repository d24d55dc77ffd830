using AutoPortal.Kernel.Paging;
using AutoPortal.Platform.Contracts;
using AutoPortal.Platform.Domain;
using AutoPortal.Platform.Notices;

namespace AutoPortal.Platform.Tests.Notices;

public sealed class NotifierTests(PlatformFixture platform) : IClassFixture<PlatformFixture>
{
    [Fact]
    public async Task The_same_notice_twice_is_shown_once_and_only_to_its_person()
    {
        var town = await platform.BuildAsync();
        var member = await town.HireAsync(RoleTemplate.SalesAdvisor, MembershipReach.Own, town.First.Id);
        await using var mine = await Visitor.OfAsync(platform, member);
        await using var boss = await Visitor.OfAsync(platform, await town.HireAsync(RoleTemplate.PlatformAdmin, MembershipReach.Tenant, null));
        var notice = new Notice(member.Account.Id, "lead:1", PlatformFixture.LeadNotice, ["王先生", "晨岳 CX7"], "/app/leads/1");

        await mine.Get<INotifier>().NotifyAsync([notice, notice with { Key = "lead:2" }], default);
        await mine.Get<INotifier>().NotifyAsync([notice], default);

        (await mine.Get<MyNotices>().CountUnreadAsync(default)).ShouldBe(2);
        (await boss.Get<MyNotices>().CountUnreadAsync(default)).ShouldBe(0);
        var row = (await mine.Get<MyNotices>().ListAsync(PageRequest.First(1), default)).Rows.Single();
        row.Values.ShouldBe(["王先生", "晨岳 CX7"]);
    }

    [Fact]
    public async Task Reading_counts_down_and_reaches_only_ones_own()
    {
        var town = await platform.BuildAsync();
        var member = await town.HireAsync(RoleTemplate.SalesAdvisor, MembershipReach.Own, town.First.Id);
        await using var mine = await Visitor.OfAsync(platform, member);
        await using var other = await Visitor.OfAsync(platform, await town.HireAsync(RoleTemplate.PlatformAdmin, MembershipReach.Tenant, null));
        await mine.Get<INotifier>().NotifyAsync([.. Enumerable.Range(0, 3).Select(i => new Notice(member.Account.Id, "k" + i, PlatformFixture.LeadNotice, [], "/app"))], default);
        var page = await mine.Get<MyNotices>().ListAsync(PageRequest.First(2), default);

        await other.Get<ReadNotices>().RunAsync(page.Rows[0].Id, default);
        await other.Get<ReadNotices>().RunAsync(null, default);
        (await mine.Get<MyNotices>().CountUnreadAsync(default)).ShouldBe(3);
        await mine.Get<ReadNotices>().RunAsync(page.Rows[0].Id, default);
        (await mine.Get<MyNotices>().CountUnreadAsync(default)).ShouldBe(2);
        await mine.Get<ReadNotices>().RunAsync(null, default);
        (await mine.Get<MyNotices>().CountUnreadAsync(default)).ShouldBe(0);
        (await mine.Get<MyNotices>().ListAsync(PageRequest.First(2) with { After = page.NextAfter }, default)).Rows.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_kind_that_nobody_declared_is_a_fault_of_the_sender()
    {
        var town = await platform.BuildAsync();
        await using var visitor = await Visitor.OfAsync(platform, await town.HireAsync(RoleTemplate.PlatformAdmin, MembershipReach.Tenant, null));

        await Should.ThrowAsync<ArgumentException>(() => visitor.Get<INotifier>().NotifyAsync([new Notice(Guid.Empty, "k", "unknown.kind", [], "/app")], default));
    }
}
