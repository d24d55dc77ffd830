using AutoPortal.Kernel;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Platform.Contracts;
using AutoPortal.Platform.Directories;
using AutoPortal.Platform.Domain;
using AutoPortal.Platform.Scopes;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Platform.Tests.Scopes;

public sealed class ScopeResolverTests(PlatformFixture platform) : IClassFixture<PlatformFixture>
{
    [Fact]
    public async Task Headquarters_see_the_whole_tenant()
    {
        var town = await platform.BuildAsync();
        var member = await town.HireAsync(RoleTemplate.CampaignOperator, MembershipReach.Tenant, null);

        var facts = await platform.ResolveAsync(member.Principal);

        facts.ShouldNotBeNull();
        facts.Reach.ShouldBe(Reach.Tenant);
        facts.Label.ShouldBe("测试汽车");
        facts.Permissions.ShouldContain(PlatformFixture.LeadsRead);
        facts.Permissions.ShouldNotContain(PlatformPermissions.PeopleManage);
    }

    [Fact]
    public async Task A_regional_manager_sees_the_dealers_below_the_region_those_directly_under_it_too()
    {
        var town = await platform.BuildAsync();
        var member = await town.HireAsync(RoleTemplate.RegionalManager, MembershipReach.Region, town.North.Id);

        var facts = await platform.ResolveAsync(member.Principal);

        facts.ShouldNotBeNull();
        facts.Reach.ShouldBe(Reach.Region);
        facts.DealerIds.ShouldBe([town.First.Id, town.Direct.Id], ignoreOrder: true);
    }

    [Fact]
    public async Task A_sub_region_is_a_smaller_region()
    {
        var town = await platform.BuildAsync();
        var member = await town.HireAsync(RoleTemplate.RegionalManager, MembershipReach.SubRegion, town.NorthCity.Id);

        (await platform.ResolveAsync(member.Principal))!.DealerIds.ShouldBe([town.First.Id]);
    }

    [Theory]
    [InlineData(RoleTemplate.DealerManager, "Dealer")]
    [InlineData(RoleTemplate.SalesAdvisor, "Own")]
    public async Task People_of_a_dealer_see_that_dealer(string role, string reach)
    {
        var town = await platform.BuildAsync();
        var member = await town.HireAsync(role, Enum.Parse<MembershipReach>(reach), town.First.Id);

        var facts = await platform.ResolveAsync(member.Principal);

        facts.ShouldNotBeNull();
        facts.Reach.ToString().ShouldBe(reach);
        facts.DealerIds.ShouldBe([town.First.Id]);
        facts.Label.ShouldBe(town.First.Name);
    }

    [Fact]
    public async Task A_dealer_that_moves_on_a_date_changes_hands_on_that_date()
    {
        var town = await platform.BuildAsync();
        var north = await town.HireAsync(RoleTemplate.RegionalManager, MembershipReach.Region, town.North.Id);
        var south = await town.HireAsync(RoleTemplate.RegionalManager, MembershipReach.Region, town.South.Id);
        await platform.InTenantAsync(town.Tenant.Id, async db =>
        {
            var dealer = await db.Dealers.Include(d => d.Placements).SingleAsync(d => d.Id == town.First.Id);
            return dealer.Place(Ids.New(platform.Now), town.South.Id, null, town.Today.AddDays(1), town.Today);
        });
        platform.Get<OrganisationMemory>().Forget(town.Tenant.Id);

        (await platform.ResolveAsync(north.Principal))!.DealerIds.ShouldContain(town.First.Id);
        (await platform.ResolveAsync(south.Principal))!.DealerIds.ShouldNotContain(town.First.Id);

        platform.Now.Ahead += TimeSpan.FromDays(1);
        try
        {
            (await platform.ResolveAsync(north.Principal))!.DealerIds.ShouldNotContain(town.First.Id);
            (await platform.ResolveAsync(south.Principal))!.DealerIds.ShouldContain(town.First.Id);
        }
        finally
        {
            platform.Now.Ahead -= TimeSpan.FromDays(1);
        }
    }

    [Fact]
    public async Task Looking_at_one_node_narrows_the_reach_and_never_widens_it()
    {
        var town = await platform.BuildAsync();
        var hq = await town.HireAsync(RoleTemplate.CampaignOperator, MembershipReach.Tenant, null);
        var region = await town.HireAsync(RoleTemplate.RegionalManager, MembershipReach.Region, town.North.Id);

        var narrowed = await platform.ResolveAsync((hq.Ticket with { NodeId = town.South.Id }).ToPrincipal("x"));
        narrowed!.Reach.ShouldBe(Reach.Region);
        narrowed.DealerIds.ShouldBe([town.Far.Id]);

        var tampered = await platform.ResolveAsync((region.Ticket with { NodeId = town.Far.Id }).ToPrincipal("x"));
        tampered!.DealerIds.ShouldBe([town.First.Id, town.Direct.Id], ignoreOrder: true);
    }

    [Fact]
    public async Task A_revoked_session_sees_nothing()
    {
        var town = await platform.BuildAsync();
        var member = await town.HireAsync(RoleTemplate.DealerManager, MembershipReach.Dealer, town.First.Id);
        (await platform.ResolveAsync(member.Principal)).ShouldNotBeNull();

        await platform.AccountsAsync(db => db.Sessions.Where(s => s.Id == member.Ticket.SessionId).ExecuteUpdateAsync(set => set.SetProperty(s => s.RevokedAt, platform.Now.GetUtcNow())));
        platform.Get<ScopeResolver>().Forget();

        (await platform.ResolveAsync(member.Principal)).ShouldBeNull();
    }

    [Fact]
    public async Task A_revoked_session_is_noticed_within_thirty_seconds_without_any_word()
    {
        var town = await platform.BuildAsync();
        var member = await town.HireAsync(RoleTemplate.DealerManager, MembershipReach.Dealer, town.First.Id);
        (await platform.ResolveAsync(member.Principal)).ShouldNotBeNull();
        await platform.AccountsAsync(db => db.Sessions.Where(s => s.Id == member.Ticket.SessionId).ExecuteDeleteAsync());

        platform.Now.Ahead += TimeSpan.FromSeconds(31);

        (await platform.ResolveAsync(member.Principal)).ShouldBeNull();
    }

    [Fact]
    public async Task A_locked_membership_a_suspended_tenant_and_a_changed_stamp_see_nothing()
    {
        var town = await platform.BuildAsync();
        var locked = await town.HireAsync(RoleTemplate.DealerManager, MembershipReach.Dealer, town.First.Id);
        var other = await town.HireAsync(RoleTemplate.DealerManager, MembershipReach.Dealer, town.First.Id);
        await platform.InTenantAsync(town.Tenant.Id, async db => (await db.Memberships.SingleAsync(m => m.Id == locked.MembershipId)).Lock(Guid.Empty));

        (await platform.ResolveAsync(locked.Principal)).ShouldBeNull();
        (await platform.ResolveAsync((other.Ticket with { Stamp = "old" }).ToPrincipal("x"))).ShouldBeNull();
        (await platform.ResolveAsync(other.Principal)).ShouldNotBeNull();

        await platform.AccountsAsync(db => db.Tenants.Where(t => t.Id == town.Tenant.Id).ExecuteUpdateAsync(set => set.SetProperty(t => t.IsSuspended, true)));
        platform.Get<TenantDirectory>().Forget();
        platform.Get<ScopeResolver>().Forget();
        (await platform.ResolveAsync(other.Principal)).ShouldBeNull();
    }

    [Fact]
    public async Task A_membership_of_another_tenant_or_person_opens_nothing()
    {
        var here = await platform.BuildAsync();
        var there = await platform.BuildAsync();
        var mine = await here.HireAsync(RoleTemplate.PlatformAdmin, MembershipReach.Tenant, null);
        var theirs = await there.HireAsync(RoleTemplate.PlatformAdmin, MembershipReach.Tenant, null);

        (await platform.ResolveAsync((mine.Ticket with { TenantId = there.Tenant.Id }).ToPrincipal("x"))).ShouldBeNull();
        (await platform.ResolveAsync((mine.Ticket with { TenantId = there.Tenant.Id, MembershipId = theirs.MembershipId }).ToPrincipal("x"))).ShouldBeNull();
    }

    [Fact]
    public async Task A_sign_in_without_a_membership_stands_but_sees_nothing()
    {
        var town = await platform.BuildAsync();
        var member = await town.HireAsync(RoleTemplate.PlatformAdmin, MembershipReach.Tenant, null);

        var state = await platform.Get<ScopeResolver>().CheckAsync((member.Ticket with { TenantId = null, MembershipId = null }).ToPrincipal("x"), default);

        state.ShouldNotBeNull();
        state.Facts.ShouldBeNull();
    }
}
