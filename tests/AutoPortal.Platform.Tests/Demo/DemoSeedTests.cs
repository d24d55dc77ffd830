using System.Diagnostics;
using AutoPortal.Kernel.Modules;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Platform.Contracts;
using AutoPortal.Platform.Demo;
using AutoPortal.Platform.SignIn;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AutoPortal.Platform.Tests.Demo;

public sealed class DemoSeedTests(PlatformFixture platform) : IClassFixture<PlatformFixture>
{
    [Fact]
    public async Task The_demonstration_stands_in_seconds_twice_over_changes_nothing_and_lets_people_in()
    {
        var watch = Stopwatch.StartNew();
        var tenants = await SeedAsync();
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(20));
        await SeedAsync();

        var main = tenants[0];
        main.Identifier.ShouldBe("chenxing");
        (await platform.InTenantAsync(main.Id, db => db.Dealers.CountAsync())).ShouldBe(120);
        (await platform.InTenantAsync(main.Id, db => db.Regions.CountAsync())).ShouldBe(6);
        (await platform.InTenantAsync(main.Id, db => db.Series.CountAsync())).ShouldBe(4);
        (await platform.InTenantAsync(main.Id, db => db.Memberships.CountAsync(m => db.Roles.Any(r => r.Id == m.RoleId && r.Template == RoleTemplate.SalesAdvisor)))).ShouldBe(1_500);
        (await platform.InTenantAsync(main.Id, db => db.Dealers.Select(d => d.Name).Distinct().CountAsync())).ShouldBe(120);
        (await platform.InTenantAsync(tenants[1].Id, db => db.Dealers.CountAsync())).ShouldBe(6);

        foreach (var name in DemoTenants.SignInNames)
        {
            var signedIn = await platform.Get<PasswordSignIn>().RunAsync(name, DemoTenants.Password, "", "", default);
            signedIn.IsOk.ShouldBeTrue(name);
            (await platform.Get<MyMemberships>().ListAsync(signedIn.Value!.AccountId, default)).Count.ShouldBe(name == "dual@demo" ? 2 : 1);
        }

        (await platform.Get<DemoTenants>().HasSignInsAsync(default)).ShouldBeTrue();
        await ShouldRosterAsync(main);
    }

    private async Task ShouldRosterAsync(TenantFacts tenant)
        => await platform.Get<ScopeRunner>().RunAsync(tenant.Id, "test", async (services, ct) =>
        {
            var tree = await services.GetRequiredService<IOrganisation>().TreeAsync(ct);
            var pudong = tree.Dealers.Single(d => d.Name == "晨星上海浦东东城店");
            (await services.GetRequiredService<IDealerDirectory>().ListAsync(tree.Brands[0].Id, ct)).Count.ShouldBe(120);
            var advisors = await services.GetRequiredService<IAdvisorRoster>().OnDutyAsync([pudong.Id], platform.Now.GetUtcNow(), ct);
            advisors.Where(a => a.IsOnDuty).Select(a => a.Name).ShouldBe(["王思远", "赵雨桐"], ignoreOrder: true);
            advisors.Count.ShouldBe(13);
        }, default);

    private async Task<IReadOnlyList<TenantFacts>> SeedAsync()
    {
        var tenants = await platform.Get<DemoTenants>().EnsureAsync(default);
        foreach (var tenant in tenants)
        {
            await platform.Get<ScopeRunner>().RunAsync(tenant.Id, "seed", async (services, ct) =>
            {
                foreach (var seed in services.GetServices<IDemoSeed>().OrderBy(s => s.Order))
                {
                    await seed.SeedAsync(ct);
                }
            }, default);
        }

        return tenants;
    }
}
