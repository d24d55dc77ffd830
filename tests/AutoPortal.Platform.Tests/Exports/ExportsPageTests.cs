using AutoPortal.Platform.Contracts;
using AutoPortal.Platform.Domain;
using AutoPortal.Platform.Exports;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace AutoPortal.Platform.Tests.Exports;

/// <summary>The screen of exports, for who ordered and for who decides.</summary>
public sealed class ExportsPageTests(PlatformFixture platform) : IClassFixture<PlatformFixture>
{
    [Fact]
    public async Task Who_ordered_may_call_off_and_who_may_decide_is_asked()
    {
        var town = await platform.BuildAsync();
        var runner = new ExportRunner(platform, town);
        var clerk = await town.HireAsync(RoleTemplate.CampaignOperator, MembershipReach.Tenant, null);
        var admin = await town.HireAsync(RoleTemplate.PlatformAdmin, MembershipReach.Tenant, null);
        await runner.OrderAsync(clerk, ExportRunner.Crowd(1_001));

        (await ShownAsync(clerk, null)).ShouldSatisfyAllConditions(m => m.ShouldContain("待审批"), m => m.ShouldContain("取消"), m => m.ShouldNotContain(">审批<"), m => m.ShouldNotContain("导出规则"));
        (await ShownAsync(admin, null)).ShouldSatisfyAllConditions(m => m.ShouldContain("待审批"), m => m.ShouldContain("审批"), m => m.ShouldContain("导出规则"));
    }

    [Fact]
    public async Task A_finished_export_shows_its_link_to_its_orderer_alone()
    {
        var town = await platform.BuildAsync();
        var runner = new ExportRunner(platform, town);
        var clerk = await town.HireAsync(RoleTemplate.CampaignOperator, MembershipReach.Tenant, null);
        var admin = await town.HireAsync(RoleTemplate.PlatformAdmin, MembershipReach.Tenant, null);
        var job = (await runner.OrderAsync(clerk, ExportRunner.Crowd(3))).Value;
        await runner.WriteAsync(job);

        (await ShownAsync(clerk, job)).ShouldContain($"/app/exports/{job}/file?seal=");
        (await ShownAsync(admin, job)).ShouldNotContain("/file?seal=");
    }

    private async Task<string> ShownAsync(Member member, Guid? open)
    {
        await using var person = await Visitor.OfAsync(platform, member);
        using var screens = new PlatformScreens(person, platform.Now);
        if (open is { } id)
        {
            screens.Services.GetRequiredService<NavigationManager>().NavigateTo($"/app/exports?export={id}");
        }

        var page = screens.Render<ExportsPage>();
        page.WaitForState(() => page.FindAll("tr[data-row]").Count > 0 && (open is null || page.FindAll("[role=dialog] dl").Count > 0));
        return page.Markup;
    }
}
