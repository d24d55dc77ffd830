using AutoPortal.Kernel.Outcomes;
using AutoPortal.Kernel.Paging;
using AutoPortal.Platform.Contracts;
using AutoPortal.Platform.Domain;
using AutoPortal.Platform.People;
using AutoPortal.Platform.SignIn;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Platform.Tests.People;

public sealed class HireMemberTests(PlatformFixture platform) : IClassFixture<PlatformFixture>
{
    [Fact]
    public async Task Whoever_is_new_gets_a_one_time_password_that_signs_in()
    {
        var (town, admin) = await AdminAsync();
        await using var _ = admin;
        var phone = $"139{Random.Shared.Next(10_000_000, 99_999_999)}";

        var hired = await admin.Get<HireMember>().RunAsync(Advisor(town, $" +86 {phone} "), default);

        var signedIn = await platform.Get<PasswordSignIn>().RunAsync(phone, hired.Value!.OneTimePassword!, "10.0.0.1", "test", default);
        signedIn.IsOk.ShouldBeTrue();
        var row = (await admin.Get<PeopleQueries>().FindAsync(hired.Value.MembershipId, default))!;
        (row.SignIn, row.State, row.NodeId, row.Tags.Single()).ShouldBe(($"{phone[..3]}****{phone[^4..]}", "active", town.First.Id, "置换"));
    }

    [Fact]
    public async Task Whoever_has_an_account_by_another_tenant_keeps_it_and_its_password()
    {
        var (town, admin) = await AdminAsync();
        await using var _ = admin;
        var elsewhere = await platform.BuildAsync();
        var known = await elsewhere.HireAsync(RoleTemplate.SalesAdvisor, MembershipReach.Own, elsewhere.First.Id, "Their-own-1");

        var hired = await admin.Get<HireMember>().RunAsync(Advisor(town, known.Account.Email!.ToUpperInvariant()), default);

        hired.Value!.OneTimePassword.ShouldBeNull();
        (await platform.AccountsAsync(db => db.Users.CountAsync(u => u.NormalizedUserName == known.Account.NormalizedUserName))).ShouldBe(1);
        (await platform.Get<MyMemberships>().ListAsync(known.Account.Id, default)).Count.ShouldBe(2);
        (await admin.Get<HireMember>().RunAsync(Advisor(town, known.Account.Email), default)).Refusal.ShouldBe(PlatformRefusals.AlreadyMember);
    }

    [Fact]
    public async Task What_cannot_be_is_refused_and_leaves_no_account_behind()
    {
        var (town, admin) = await AdminAsync();
        await using var _ = admin;
        var foreign = await platform.BuildAsync();
        var hire = admin.Get<HireMember>();
        var wanted = Advisor(town, "nobody-yet@test.example");

        (await hire.RunAsync(wanted with { SignIn = "not an address" }, default)).Refusal.ShouldBe(PlatformRefusals.SignInNameMalformed);
        (await hire.RunAsync(wanted with { RoleId = foreign.Roles[RoleTemplate.SalesAdvisor].Id }, default)).Refusal.ShouldBe(PlatformRefusals.RoleUnknown);
        (await hire.RunAsync(wanted with { Seat = new(MembershipReach.Tenant, null) }, default)).Refusal.ShouldBe(PlatformRefusals.RoleNotThere);
        (await hire.RunAsync(wanted with { Seat = new(MembershipReach.Own, foreign.First.Id) }, default)).Refusal.ShouldBe(PlatformRefusals.UnknownNode);
        (await hire.RunAsync(wanted with { Description = wanted.Description with { UntilOn = wanted.Description.FromOn } }, default)).Refusal.ShouldBe(PlatformRefusals.MemberDaysTurned);
        (await platform.AccountsAsync(db => db.Users.AnyAsync(u => u.UserName == "nobody-yet@test.example"))).ShouldBeFalse();
    }

    [Fact]
    public async Task A_dealer_manager_hires_for_the_own_dealer_only_and_only_with_the_permission()
    {
        var town = await platform.BuildAsync();
        var boss = await town.HireAsync(RoleTemplate.DealerManager, MembershipReach.Dealer, town.First.Id);
        await using (var without = await Visitor.OfAsync(platform, boss))
        {
            (await without.Get<HireMember>().RunAsync(Advisor(town, "a1@test.example"), default)).Refusal.ShouldBe(Refusal.NotAllowed);
        }

        await platform.InTenantAsync(town.Tenant.Id, async db =>
        {
            (await db.Roles.SingleAsync(r => r.Template == RoleTemplate.DealerManager)).Grants.Add(PlatformPermissions.PeopleManage);
            return true;
        });
        platform.Get<Platform.Scopes.ScopeResolver>().Forget();
        await using var manager = await Visitor.OfAsync(platform, boss);
        var hire = manager.Get<HireMember>();

        (await hire.RunAsync(Advisor(town, $"{Guid.NewGuid():N}@test.example"), default)).IsOk.ShouldBeTrue();
        (await hire.RunAsync(Advisor(town, "a2@test.example") with { Seat = new(MembershipReach.Own, town.Far.Id) }, default)).Refusal.ShouldBe(Refusal.NotAllowed);
        (await hire.RunAsync(new("a3@test.example", town.Roles[RoleTemplate.PlatformAdmin].Id, new(MembershipReach.Tenant, null), Advisor(town, "").Description), default)).Refusal.ShouldBe(Refusal.NotAllowed);
        (await hire.RunAsync(new("a4@test.example", town.Roles[RoleTemplate.RegionalManager].Id, new(MembershipReach.Region, town.North.Id), Advisor(town, "").Description), default)).Refusal.ShouldBe(Refusal.NotAllowed);
        (await manager.Get<PeopleQueries>().RolesAsync(default)).ShouldAllBe(r => RoleReach.IsAtDealer(r.Template));
    }

    [Fact]
    public async Task A_member_changes_role_and_dealer_and_ends_on_a_day_within_reach_alone()
    {
        var (town, admin) = await AdminAsync();
        await using var _ = admin;
        var foreign = await platform.BuildAsync();
        var stranger = await foreign.HireAsync(RoleTemplate.SalesAdvisor, MembershipReach.Own, foreign.First.Id);
        var member = await town.HireAsync(RoleTemplate.SalesAdvisor, MembershipReach.Own, town.First.Id);
        var seen = (await admin.Get<PeopleQueries>().FindAsync(member.MembershipId, default))!;
        var edit = admin.Get<EditMember>();
        var manager = town.Roles[RoleTemplate.DealerManager].Id;
        var what = new MemberDescription("新店总", seen.FromOn, null, 10, 5, []);

        (await edit.RunAsync(member.MembershipId, seen.Version, manager, new(MembershipReach.Dealer, town.Far.Id), what, default)).IsOk.ShouldBeTrue();
        (await platform.ResolveAsync(member.Principal))!.DealerIds.ShouldBe([town.Far.Id]);
        (await edit.RunAsync(member.MembershipId, seen.Version, manager, new(MembershipReach.Dealer, town.Far.Id), what with { Name = "旧" }, default)).Refusal.ShouldBe(Refusal.ChangedMeanwhile);
        (await edit.RunAsync(stranger.MembershipId, 0, manager, new(MembershipReach.Dealer, town.Far.Id), what, default)).Refusal.ShouldBe(Refusal.NotFound);
        (await edit.EndAsync(stranger.MembershipId, town.Today, default)).Refusal.ShouldBe(Refusal.NotFound);

        (await edit.EndAsync(member.MembershipId, town.Today.AddDays(1), default)).IsOk.ShouldBeTrue();
        (await platform.ResolveAsync(member.Principal)).ShouldNotBeNull();
        platform.Now.Ahead += TimeSpan.FromDays(1);
        (await platform.ResolveAsync(member.Principal)).ShouldBeNull();
    }

    [Fact]
    public async Task The_list_narrows_by_node_with_all_below_and_by_state()
    {
        var (town, admin) = await AdminAsync();
        await using var _ = admin;
        var inCity = await town.HireAsync(RoleTemplate.SalesAdvisor, MembershipReach.Own, town.First.Id);
        var regional = await town.HireAsync(RoleTemplate.RegionalManager, MembershipReach.Region, town.North.Id);
        var far = await town.HireAsync(RoleTemplate.SalesAdvisor, MembershipReach.Own, town.Far.Id);
        (await admin.Get<EditMember>().EndAsync(far.MembershipId, town.Today, default)).IsOk.ShouldBeTrue();

        (await IdsAsync(admin, "node", town.North.Id.ToString())).ShouldBe([inCity.MembershipId, regional.MembershipId], ignoreOrder: true);
        (await IdsAsync(admin, "node", town.First.Id.ToString())).ShouldBe([inCity.MembershipId]);
        (await IdsAsync(admin, "state", "ended")).ShouldBe([far.MembershipId]);
        (await IdsAsync(admin, "node", "' or 1=1")).ShouldBeEmpty();
    }

    private static async Task<IEnumerable<Guid>> IdsAsync(Visitor admin, string filter, string value)
        => (await admin.Get<PeopleQueries>().ListAsync(PageRequest.First(20) with { Filters = new Dictionary<string, string> { [filter] = value } }, default)).Rows.Select(m => m.MembershipId);

    private static NewMember Advisor(Town town, string signIn)
        => new(signIn, town.Roles[RoleTemplate.SalesAdvisor].Id, new(MembershipReach.Own, town.First.Id), new("王思远", town.Today, null, 60, 20, ["置换"]));

    private async Task<(Town Town, Visitor Admin)> AdminAsync()
    {
        var town = await platform.BuildAsync();
        return (town, await Visitor.OfAsync(platform, await town.HireAsync(RoleTemplate.PlatformAdmin, MembershipReach.Tenant, null)));
    }
}
