using AutoPortal.Kernel.Scopes;
using AutoPortal.Platform.Contracts;
using AutoPortal.Platform.Domain;
using AutoPortal.Platform.Organisation;
using AutoPortal.Platform.People;
using AutoPortal.Platform.Scopes;
using Microsoft.Extensions.Logging.Abstractions;

namespace AutoPortal.Platform.Tests.Scopes;

public sealed class RevalidatingSignInTests(PlatformFixture platform) : IClassFixture<PlatformFixture>
{
    [Fact]
    public async Task An_open_circuit_of_a_locked_member_sees_nothing_any_more()
    {
        var town = await platform.BuildAsync();
        var member = await town.HireAsync(RoleTemplate.DealerManager, MembershipReach.Dealer, town.First.Id);
        await using var admin = await Visitor.OfAsync(platform, await town.HireAsync(RoleTemplate.PlatformAdmin, MembershipReach.Tenant, null));
        await using var open = await Visitor.OfAsync(platform, member);
        using var signIn = Watch(open);
        (await signIn.MayGoOnAsync(member.Principal, default)).ShouldBeTrue();

        await admin.Get<LockMember>().RunAsync(member.MembershipId, true, default);

        (await signIn.MayGoOnAsync(member.Principal, default)).ShouldBeFalse();
        open.Get<CurrentScope>().TenantId.ShouldBe(Guid.Empty);
        open.Get<CurrentUser>().May(PlatformPermissions.OrganisationRead).ShouldBeFalse();
        (await open.Get<DealerQueries>().ListAsync(Kernel.Paging.PageRequest.First(20), default)).Rows.ShouldBeEmpty();
        Should.Throw<InvalidOperationException>(() => open.Get<CurrentScope>().Enter(new ScopeFacts(town.Tenant.Id, "x", Reach.Tenant)));
    }

    [Fact]
    public async Task A_region_that_loses_a_dealer_loads_its_open_circuits_anew()
    {
        var town = await platform.BuildAsync();
        var member = await town.HireAsync(RoleTemplate.RegionalManager, MembershipReach.Region, town.North.Id);
        await using var admin = await Visitor.OfAsync(platform, await town.HireAsync(RoleTemplate.PlatformAdmin, MembershipReach.Tenant, null));
        await using var open = await Visitor.OfAsync(platform, member);
        using var signIn = Watch(open);

        (await admin.Get<MoveDealer>().RunAsync(town.First.Id, town.South.Id, town.Today, default)).IsOk.ShouldBeTrue();

        (await signIn.MayGoOnAsync(member.Principal, default)).ShouldBeFalse();
    }

    private RevalidatingSignIn Watch(Visitor visitor) => new(NullLoggerFactory.Instance, platform.Get<ScopeResolver>(), visitor.Get<CurrentScope>());
}
