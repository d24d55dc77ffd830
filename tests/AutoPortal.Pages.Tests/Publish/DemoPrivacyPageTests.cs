using AutoPortal.Kernel.Modules;
using AutoPortal.Pages.Contracts;
using AutoPortal.Pages.Data;
using AutoPortal.Pages.Demo;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Pages.Tests.Publish;

public sealed class DemoPrivacyPageTests(PagesFixture pages) : IClassFixture<PagesFixture>
{
    [Fact]
    public async Task A_demonstration_has_one_privacy_policy_however_often_it_is_seeded()
    {
        await using var tenant = pages.Tenant();
        await using var house = tenant.AsSystem();

        await Seed(house).SeedAsync(default);
        await Seed(house).SeedAsync(default);

        (await house.Get<IPageDirectory>().FindAsync("p", "privacy", default))!.IsPublished.ShouldBeTrue();
        (await house.ReadAsync<PagesDb, int>(db => db.PageVersions.CountAsync())).ShouldBe(1);
    }

    private static IDemoSeed Seed(AutoPortal.Testing.TestTenant house) => house.Get<IEnumerable<IDemoSeed>>().OfType<DemoPrivacyPage>().Single();
}
