using AutoPortal.Platform.Contracts;
using AutoPortal.Platform.Domain;
using AutoPortal.Platform.SignIn;
using AutoPortal.Platform.Tenants;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Platform.Tests.Tenants;

public sealed class CreateTenantTests(PlatformFixture platform) : IClassFixture<PlatformFixture>
{
    [Fact]
    public async Task A_new_tenant_has_a_brand_named_like_it_every_role_and_an_administrator_who_can_sign_in()
    {
        var outcome = await platform.Get<CreateTenant>().RunAsync("yaoguang", "瑶光汽车", "boss@yaoguang.example", default);

        outcome.IsOk.ShouldBeTrue();
        (await platform.Get<ITenantDirectory>().FindAsync("yaoguang", default))!.Id.ShouldBe(outcome.Value!.TenantId);
        var brand = await platform.InTenantAsync(outcome.Value.TenantId, db => db.Brands.SingleAsync());
        (brand.Name, brand.LevelScheme).ShouldBe(("瑶光汽车", Brand.LongScheme));
        (await platform.InTenantAsync(outcome.Value.TenantId, db => db.Roles.CountAsync())).ShouldBe(RoleGrants.ByTemplate.Count);
        var signedIn = await platform.Get<PasswordSignIn>().RunAsync("boss@yaoguang.example", outcome.Value.OneTimePassword!, "", "", default);
        var choices = await platform.Get<MyMemberships>().ListAsync(signedIn.Value!.AccountId, default);
        choices.Single().RoleTemplate.ShouldBe(RoleTemplate.PlatformAdmin);
    }

    [Fact]
    public async Task A_taken_identifier_is_refused_and_leaves_nothing_behind()
    {
        await platform.Get<CreateTenant>().RunAsync("tianshu", "天枢", "one@tianshu.example", default);

        var again = await platform.Get<CreateTenant>().RunAsync("tianshu", "天枢二", "two@tianshu.example", default);

        again.Refusal!.Code.ShouldBe("platform.identifier_taken");
        (await platform.AccountsAsync(db => db.Users.AnyAsync(a => a.Email == "two@tianshu.example"))).ShouldBeFalse();
    }

    [Fact]
    public async Task An_administrator_who_has_an_account_keeps_its_password()
    {
        await platform.Get<CreateTenant>().RunAsync("first-house", "甲", "both@example.com", default);

        var second = await platform.Get<CreateTenant>().RunAsync("second-house", "乙", "BOTH@example.com", default);

        second.Value!.OneTimePassword.ShouldBeNull();
    }

    [Theory]
    [InlineData("app", "名", "a@b.cn", "platform.identifier_malformed")]
    [InlineData("Ab", "名", "a@b.cn", "platform.identifier_malformed")]
    [InlineData("good-one", " ", "a@b.cn", "platform.name_missing")]
    [InlineData("good-one", "名", "nobody", "platform.email_malformed")]
    [InlineData("good-one", "名", "A <a@b.cn>", "platform.email_malformed")]
    public async Task What_cannot_be_a_tenant_is_refused_with_the_reason(string identifier, string name, string email, string code)
        => (await platform.Get<CreateTenant>().RunAsync(identifier, name, email, default)).Refusal!.Code.ShouldBe(code);
}
