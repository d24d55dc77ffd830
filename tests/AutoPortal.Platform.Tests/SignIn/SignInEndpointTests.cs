using System.Net;
using AutoPortal.Platform.Contracts;
using AutoPortal.Platform.Domain;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Platform.Tests.SignIn;

public sealed class SignInEndpointTests(PlatformFixture platform) : IClassFixture<PlatformFixture>
{
    private const string Password = "Right-Horse-7";
    private const string Token = "__RequestVerificationToken";

    [Fact]
    public async Task One_membership_leads_straight_to_where_the_person_wanted_to_go()
    {
        await using var door = await Door.OpenAsync(platform);
        using var guest = door.Visit();
        var town = await platform.BuildAsync();
        var member = await town.HireAsync(RoleTemplate.RegionalManager, MembershipReach.Region, town.North.Id, Password);

        var asked = await guest.GetAsync("/app/whoami?x=1");
        asked.Headers.Location!.ToString().ShouldBe("/signin?returnUrl=%2Fapp%2Fwhoami%3Fx%3D1");
        var answer = await guest.SignInAsync(member.Account.Email!, Password, "/app/whoami");

        answer.Headers.Location!.ToString().ShouldBe("/app/whoami");
        (await (await guest.GetAsync("/app/whoami")).Content.ReadAsStringAsync()).ShouldBe($"{town.Tenant.Identifier}/Region/2/127.0.0.1");
        (await (await guest.GetAsync("/elsewhere")).Content.ReadAsStringAsync()).ShouldBe("nobody");
        (await platform.InTenantAsync(town.Tenant.Id, db => db.Set<Kernel.Audit.AuditEntry>().AnyAsync(a => a.Action == "signed_in" && a.ActorId == member.Account.Id && a.Origin == "127.0.0.1"))).ShouldBeTrue();
    }

    [Fact]
    public async Task A_wrong_password_keeps_the_name_and_says_what_to_do()
    {
        await using var door = await Door.OpenAsync(platform);
        using var guest = door.Visit();

        var answer = await guest.SignInAsync("\"><script>alert(1)</script>@nobody.cn", "wrong");

        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = await answer.Content.ReadAsStringAsync();
        page.ShouldContain("role=\"alert\"");
        page.ShouldNotContain("<script>alert");
        page.ShouldContain("&lt;script&gt;");
    }

    [Fact]
    public async Task An_expired_form_keeps_the_name_and_does_not_look_at_the_password()
    {
        await using var door = await Door.OpenAsync(platform);
        using var guest = door.Visit();
        var town = await platform.BuildAsync();
        var member = await town.HireAsync(RoleTemplate.PlatformAdmin, MembershipReach.Tenant, null, Password);

        var answer = await guest.PostAsync("/signin", (Token, "old"), ("userName", member.Account.Email!), ("password", Password));

        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await answer.Content.ReadAsStringAsync()).ShouldContain(member.Account.Email!);
        (await guest.GetAsync("/app/whoami")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Two_memberships_are_asked_which_and_a_foreign_one_opens_nothing()
    {
        await using var door = await Door.OpenAsync(platform);
        using var guest = door.Visit();
        var (here, there, foreign) = (await platform.BuildAsync(), await platform.BuildAsync(), await platform.BuildAsync());
        var mine = await here.HireAsync(RoleTemplate.DealerManager, MembershipReach.Dealer, here.First.Id, Password);
        var second = await there.HireAsync(RoleTemplate.RegionalManager, MembershipReach.Region, there.North.Id, known: mine.Account);
        var stranger = await foreign.HireAsync(RoleTemplate.PlatformAdmin, MembershipReach.Tenant, null);

        var answer = await guest.SignInAsync(mine.Account.Email!, Password);
        answer.Headers.Location!.ToString().ShouldBe("/signin/tenant?returnUrl=%2Fapp");
        (await guest.GetAsync("/app/whoami")).Headers.Location!.ToString().ShouldStartWith("/signin/tenant");

        var token = await guest.TokenAsync("/signin/tenant");
        (await guest.PostAsync("/signin/tenant", (Token, token), ("membershipId", stranger.MembershipId.ToString()))).Headers.Location!.ToString().ShouldStartWith("/signin/tenant");
        (await guest.PostAsync("/signin/tenant", (Token, token), ("membershipId", mine.MembershipId.ToString()), ("returnUrl", "//evil.example"))).Headers.Location!.ToString().ShouldBe("/app");
        (await (await guest.GetAsync("/app/whoami")).Content.ReadAsStringAsync()).ShouldStartWith(here.Tenant.Identifier + "/Dealer/1");

        token = await guest.TokenAsync("/signin/tenant");
        await guest.PostAsync("/app/scope", (Token, token), ("membershipId", second.MembershipId.ToString()), ("nodeId", there.First.Id.ToString()));
        (await (await guest.GetAsync("/app/whoami")).Content.ReadAsStringAsync()).ShouldStartWith(there.Tenant.Identifier + "/Dealer/1");
        (await guest.PostAsync("/app/scope", ("membershipId", mine.MembershipId.ToString()))).Headers.Location!.ToString().ShouldStartWith("/signin/tenant");
        (await (await guest.GetAsync("/app/whoami")).Content.ReadAsStringAsync()).ShouldStartWith(there.Tenant.Identifier);
    }

    [Fact]
    public async Task Signing_out_ends_the_session_for_a_stolen_cookie_too()
    {
        await using var door = await Door.OpenAsync(platform);
        using var guest = door.Visit();
        var town = await platform.BuildAsync();
        var member = await town.HireAsync(RoleTemplate.PlatformAdmin, MembershipReach.Tenant, null, Password);
        await guest.SignInAsync(member.Account.Email!, Password);

        (await guest.PostAsync("/signout", (Token, "foreign"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await guest.GetAsync("/app/whoami")).StatusCode.ShouldBe(HttpStatusCode.OK);
        await guest.PostAsync("/signout", (Token, await guest.TokenAsync("/signin/tenant")));

        (await guest.GetAsync("/app/whoami")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await platform.AccountsAsync(db => db.Sessions.CountAsync(s => s.AccountId == member.Account.Id && s.RevokedAt == null && s.Device != "test"))).ShouldBe(0);
    }

    [Fact]
    public async Task A_program_gets_a_status_instead_of_a_page()
    {
        await using var door = await Door.OpenAsync(platform);
        using var guest = door.Visit();

        (await guest.GetAsync("/api/whoami")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }
}
