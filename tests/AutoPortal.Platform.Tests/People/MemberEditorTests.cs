using AutoPortal.Platform.Contracts;
using AutoPortal.Platform.Domain;
using AutoPortal.Platform.People;
using Bunit;

namespace AutoPortal.Platform.Tests.People;

public sealed class MemberEditorTests(PlatformFixture platform) : IClassFixture<PlatformFixture>
{
    [Fact]
    public async Task A_role_asks_for_the_place_it_needs_and_a_refusal_keeps_what_was_typed()
    {
        var town = await platform.BuildAsync();
        await using var admin = await Visitor.OfAsync(platform, await town.HireAsync(RoleTemplate.PlatformAdmin, MembershipReach.Tenant, null));
        await using var screens = new PlatformScreens(admin, platform.Now);
        MemberHired? hired = null;
        var editor = screens.Render<MemberEditor>(e => e.Add(p => p.OnSaved, h => hired = h));
        editor.WaitForAssertion(() => editor.FindAll("select[name=role] option").Count.ShouldBe(8));
        editor.FindAll("select[name=node]").ShouldBeEmpty();
        await editor.Find("input[name=sign_in]").ChangeAsync("not an address");
        await editor.Find("input[name=name]").ChangeAsync("王思远");
        await editor.Find("select[name=role]").ChangeAsync(town.Roles[RoleTemplate.SalesAdvisor].Id.ToString());
        editor.FindAll("select[name=node] option").Count.ShouldBe(4);
        await editor.Find("select[name=node]").ChangeAsync(town.First.Id.ToString());

        await editor.Find("form").SubmitAsync();
        editor.WaitForAssertion(() => editor.Find("[role=alert]").TextContent.ShouldContain("邮箱或 11 位手机号"));
        editor.Find("input[name=name]").GetAttribute("value").ShouldBe("王思远");

        await editor.Find("input[name=sign_in]").ChangeAsync($"{Guid.NewGuid():N}@test.example");
        await editor.Find("form").SubmitAsync();
        editor.WaitForAssertion(() => hired!.OneTimePassword.ShouldNotBeNullOrEmpty());
    }

    [Fact]
    public async Task A_manager_at_one_dealer_is_offered_that_dealer_and_roles_at_a_dealer_alone()
    {
        var town = await platform.BuildAsync();
        await using var manager = await Visitor.OfAsync(platform, await town.HireAsync(RoleTemplate.DealerManager, MembershipReach.Dealer, town.First.Id));
        await using var screens = new PlatformScreens(manager, platform.Now);

        var editor = screens.Render<MemberEditor>();

        editor.WaitForAssertion(() => editor.FindAll("select[name=role] option").Count.ShouldBe(5));
        await editor.Find("select[name=role]").ChangeAsync(town.Roles[RoleTemplate.SalesAdvisor].Id.ToString());
        editor.FindAll("select[name=node] option").Select(o => o.GetAttribute("value")).ShouldBe(["", town.First.Id.ToString()]);
    }
}
