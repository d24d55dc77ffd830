using AutoPortal.Kernel.Outcomes;
using AutoPortal.Kernel.Paging;
using AutoPortal.Platform.Contracts;
using AutoPortal.Platform.Domain;
using AutoPortal.Platform.People;
using AutoPortal.Platform.Scopes;

namespace AutoPortal.Platform.Tests.People;

public sealed class PeopleTests(PlatformFixture platform) : IClassFixture<PlatformFixture>
{
    [Fact]
    public async Task A_locked_member_is_out_until_let_in_again_and_nobody_locks_themselves()
    {
        var town = await platform.BuildAsync();
        var boss = await town.HireAsync(RoleTemplate.PlatformAdmin, MembershipReach.Tenant, null);
        var member = await town.HireAsync(RoleTemplate.DealerManager, MembershipReach.Dealer, town.First.Id);
        await using var admin = await Visitor.OfAsync(platform, boss);

        (await admin.Get<LockMember>().RunAsync(member.MembershipId, true, default)).IsOk.ShouldBeTrue();
        (await platform.ResolveAsync(member.Principal)).ShouldBeNull();
        (await admin.Get<LockMember>().RunAsync(member.MembershipId, false, default)).IsOk.ShouldBeTrue();
        (await platform.ResolveAsync(member.Principal)).ShouldNotBeNull();
        (await admin.Get<LockMember>().RunAsync(boss.MembershipId, true, default)).Refusal.ShouldBe(PlatformRefusals.CannotLockYourself);
    }

    [Fact]
    public async Task Ending_a_session_signs_out_here_and_leaves_the_persons_other_tenants_alone()
    {
        var (here, there) = (await platform.BuildAsync(), await platform.BuildAsync());
        await using var admin = await Visitor.OfAsync(platform, await here.HireAsync(RoleTemplate.PlatformAdmin, MembershipReach.Tenant, null));
        var mine = await here.HireAsync(RoleTemplate.DealerManager, MembershipReach.Dealer, here.First.Id);
        var theirs = await there.HireAsync(RoleTemplate.DealerManager, MembershipReach.Dealer, there.First.Id, known: mine.Account);
        await WorksForAsync(mine, here);
        await WorksForAsync(theirs, there);

        (await admin.Get<PeopleQueries>().SessionsAsync(mine.MembershipId, default)).Select(s => s.Id).ShouldBe([mine.Ticket.SessionId]);
        (await admin.Get<EndSessions>().RunAsync(mine.MembershipId, null, default)).IsOk.ShouldBeTrue();

        (await platform.ResolveAsync(mine.Principal)).ShouldBeNull();
        (await platform.ResolveAsync(theirs.Principal)).ShouldNotBeNull();
        (await admin.Get<EndSessions>().RunAsync(theirs.MembershipId, null, default)).Refusal.ShouldBe(Refusal.NotFound);
        (await admin.Get<LockMember>().RunAsync(theirs.MembershipId, true, default)).Refusal.ShouldBe(Refusal.NotFound);
    }

    [Fact]
    public async Task A_dealer_manager_sees_the_people_of_the_dealer_and_nobody_else()
    {
        var town = await platform.BuildAsync();
        await town.HireAsync(RoleTemplate.PlatformAdmin, MembershipReach.Tenant, null);
        await town.HireAsync(RoleTemplate.SalesAdvisor, MembershipReach.Own, town.Far.Id);
        var advisor = await town.HireAsync(RoleTemplate.SalesAdvisor, MembershipReach.Own, town.First.Id);
        var manager = await town.HireAsync(RoleTemplate.DealerManager, MembershipReach.Dealer, town.First.Id);
        await using var visitor = await Visitor.OfAsync(platform, manager);

        var page = await visitor.Get<PeopleQueries>().ListAsync(PageRequest.First(20), default);

        page.Rows.Select(m => m.MembershipId).ShouldBe([manager.MembershipId, advisor.MembershipId]);
        (await visitor.Get<PeopleQueries>().SessionsAsync(advisor.MembershipId, default)).ShouldBeEmpty();
        (await visitor.Get<LockMember>().RunAsync(advisor.MembershipId, true, default)).Refusal.ShouldBe(Refusal.NotAllowed);
    }

    [Fact]
    public async Task The_roster_knows_who_was_on_duty_at_any_moment()
    {
        var town = await platform.BuildAsync();
        var member = await town.HireAsync(RoleTemplate.SalesAdvisor, MembershipReach.Own, town.First.Id);
        var idle = await town.HireAsync(RoleTemplate.SalesAdvisor, MembershipReach.Own, town.First.Id);
        await town.HireAsync(RoleTemplate.SalesAdvisor, MembershipReach.Own, town.Far.Id);
        await using var advisor = await Visitor.OfAsync(platform, member);
        var before = platform.Now.GetUtcNow();

        (await advisor.Get<SwitchDuty>().RunAsync(member.MembershipId, true, default)).IsOk.ShouldBeTrue();
        (await advisor.Get<SwitchDuty>().RunAsync(member.MembershipId, true, default)).IsOk.ShouldBeTrue();
        (await advisor.Get<MyDuty>().IsOnDutyAsync(default)).ShouldBe(true);
        var during = platform.Now.GetUtcNow();
        (await advisor.Get<SwitchDuty>().RunAsync(member.MembershipId, false, default)).IsOk.ShouldBeTrue();

        var roster = advisor.Get<IAdvisorRoster>();
        (await roster.OnDutyAsync([town.First.Id], before, default)).Count(a => a.IsOnDuty).ShouldBe(0);
        (await roster.OnDutyAsync([town.First.Id], during, default)).Single(a => a.IsOnDuty).UserId.ShouldBe(member.Account.Id);
        (await roster.OnDutyAsync([town.First.Id], platform.Now.GetUtcNow(), default)).Count(a => a.IsOnDuty).ShouldBe(0);
        (await roster.OnDutyAsync([town.First.Id], during, default)).Select(a => a.UserId).ShouldBe([member.Account.Id, idle.Account.Id], ignoreOrder: true);
        (await advisor.Get<SwitchDuty>().RunAsync(idle.MembershipId, true, default)).Refusal.ShouldBe(Refusal.NotAllowed);
    }

    [Fact]
    public async Task A_manager_puts_the_dealers_advisors_on_duty_and_only_advisors_have_one()
    {
        var town = await platform.BuildAsync();
        var boss = await town.HireAsync(RoleTemplate.DealerManager, MembershipReach.Dealer, town.First.Id);
        var near = await town.HireAsync(RoleTemplate.SalesAdvisor, MembershipReach.Own, town.First.Id);
        var far = await town.HireAsync(RoleTemplate.SalesAdvisor, MembershipReach.Own, town.Far.Id);
        await using var manager = await Visitor.OfAsync(platform, boss);

        (await manager.Get<SwitchDuty>().RunAsync(near.MembershipId, true, default)).IsOk.ShouldBeTrue();
        (await manager.Get<SwitchDuty>().RunAsync(far.MembershipId, true, default)).Refusal.ShouldBe(Refusal.NotFound);
        (await manager.Get<SwitchDuty>().RunAsync(boss.MembershipId, true, default)).Refusal.ShouldBe(PlatformRefusals.NotAnAdvisor);
    }

    [Fact]
    public async Task Names_and_roles_are_known_to_other_modules()
    {
        var town = await platform.BuildAsync();
        var manager = await town.HireAsync(RoleTemplate.DealerManager, MembershipReach.Dealer, town.First.Id);
        var advisor = await town.HireAsync(RoleTemplate.SalesAdvisor, MembershipReach.Own, town.First.Id);
        await using var visitor = await Visitor.OfAsync(platform, advisor);

        (await visitor.Get<IPeopleDirectory>().NamesAsync([manager.Account.Id, Guid.Empty], default)).Keys.ShouldBe([manager.Account.Id]);
        (await visitor.Get<IPeopleDirectory>().WithRoleAsync(RoleTemplate.DealerManager, town.First.Id, default)).ShouldBe([manager.Account.Id]);
        (await visitor.Get<IPeopleDirectory>().WithRoleAsync(RoleTemplate.DealerManager, town.Far.Id, default)).ShouldBeEmpty();
    }

    private Task<int> WorksForAsync(Member member, Town town)
        => platform.AccountsAsync(async db =>
        {
            (await db.Sessions.FindAsync(member.Ticket.SessionId))!.TenantId = town.Tenant.Id;
            return await db.SaveChangesAsync();
        });
}
