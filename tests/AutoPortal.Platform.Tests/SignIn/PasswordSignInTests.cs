using AutoPortal.Platform.Contracts;
using AutoPortal.Platform.Domain;
using AutoPortal.Platform.SignIn;

namespace AutoPortal.Platform.Tests.SignIn;

public sealed class PasswordSignInTests(PlatformFixture platform) : IClassFixture<PlatformFixture>
{
    private const string Password = "Right-Horse-7";

    [Fact]
    public async Task The_right_password_opens_a_session()
    {
        var member = await HireAsync();

        var outcome = await TryAsync("  " + member.Account.Email!.ToUpperInvariant(), Password);

        outcome.IsOk.ShouldBeTrue();
        outcome.Value!.AccountId.ShouldBe(member.Account.Id);
    }

    [Fact]
    public async Task A_wrong_password_and_an_unknown_name_are_answered_alike_lockout_included()
    {
        var member = await HireAsync();
        foreach (var name in new[] { member.Account.Email!, "nobody" + member.Account.Email })
        {
            for (var i = 1; i < SignInTries.Allowed; i++)
            {
                (await TryAsync(name, "wrong")).Refusal!.Code.ShouldBe("platform.sign_in_failed");
            }

            var fifth = await TryAsync(name, "wrong");
            fifth.Refusal!.Code.ShouldBe("platform.sign_in_locked");
            fifth.Refusal.Details.ShouldBe([15]);
            (await TryAsync(name, Password)).Refusal!.Code.ShouldBe("platform.sign_in_locked");
        }
    }

    [Fact]
    public async Task The_lock_opens_after_fifteen_minutes_whatever_was_tried_meanwhile()
    {
        var member = await HireAsync();
        for (var i = 0; i < 7; i++)
        {
            await TryAsync(member.Account.Email!, "wrong");
        }

        platform.Now.Ahead += TimeSpan.FromMinutes(14);
        (await TryAsync(member.Account.Email!, Password)).IsOk.ShouldBeFalse();
        platform.Now.Ahead += TimeSpan.FromMinutes(1.1);
        (await TryAsync(member.Account.Email!, Password)).IsOk.ShouldBeTrue();
    }

    [Fact]
    public async Task A_success_forgets_the_failures_before_it()
    {
        var member = await HireAsync();
        for (var round = 0; round < 3; round++)
        {
            await TryAsync(member.Account.Email!, "wrong");
            await TryAsync(member.Account.Email!, "wrong");
            (await TryAsync(member.Account.Email!, Password)).IsOk.ShouldBeTrue();
        }
    }

    [Fact]
    public async Task Fifty_guesses_at_once_get_five_looks_at_the_password()
    {
        var name = (await HireAsync()).Account.NormalizedUserName!;

        var taken = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => platform.Get<SignInTries>().TakeAsync(name, default)));

        taken.Count(t => t.IsAllowed).ShouldBe(SignInTries.Allowed);
    }

    [Fact]
    public async Task An_account_without_a_password_and_overlong_words_are_refused()
    {
        var town = await platform.BuildAsync();
        var member = await town.HireAsync(RoleTemplate.SalesAdvisor, MembershipReach.Own, town.First.Id);

        (await TryAsync(member.Account.Email!, "")).IsOk.ShouldBeFalse();
        (await TryAsync(member.Account.Email!, "anything")).IsOk.ShouldBeFalse();
        (await TryAsync(new string('名', 5_000), "x")).Refusal!.Code.ShouldBe("platform.sign_in_failed");
        (await TryAsync("' or 1=1 --", "<script>")).Refusal!.Code.ShouldBe("platform.sign_in_failed");
    }

    [Fact]
    public async Task A_person_of_two_tenants_is_offered_both()
    {
        var here = await platform.BuildAsync();
        var there = await platform.BuildAsync();
        var member = await here.HireAsync(RoleTemplate.DealerManager, MembershipReach.Dealer, here.First.Id);
        await there.HireAsync(RoleTemplate.RegionalManager, MembershipReach.Region, there.North.Id, known: member.Account);

        var choices = await platform.Get<MyMemberships>().ListAsync(member.Account.Id, default);

        choices.Select(c => c.Place).ShouldBe([here.First.Name, there.North.Name], ignoreOrder: true);
    }

    [Theory]
    [InlineData("/app/leads?x=1", "/app/leads?x=1")]
    [InlineData("/app", "/app")]
    [InlineData("//evil.example", "/app")]
    [InlineData("/app\\..\\evil", "/app")]
    [InlineData("https://evil.example/app", "/app")]
    [InlineData("/apparent", "/app")]
    [InlineData("/app/scope", "/app")]
    [InlineData(null, "/app")]
    public void A_return_address_stays_inside_the_staff_portal(string? asked, string given) => PlatformRoutes.LocalOr(asked).ShouldBe(given);

    private async Task<Member> HireAsync()
    {
        var town = await platform.BuildAsync();
        return await town.HireAsync(RoleTemplate.DealerManager, MembershipReach.Dealer, town.First.Id, Password);
    }

    private Task<Kernel.Outcomes.Outcome<SignedIn>> TryAsync(string name, string password)
        => platform.Get<PasswordSignIn>().RunAsync(name, password, "10.0.0.1", "test", default);
}
