using AutoPortal.Leads.Domain;
using AutoPortal.Leads.Replay;
using AutoPortal.Leads.Rules;
using AutoPortal.Testing;
using Bunit;

namespace AutoPortal.Leads.Tests.Replay;

public sealed class ReplayPanelTests(LeadsFixture leads) : IClassFixture<LeadsFixture>
{
    [Fact]
    public async Task A_replay_is_looked_at_decided_and_watched_on_the_screen()
    {
        await using var tenant = leads.Tenant();
        await using var hq = tenant.AsHq();
        await tenant.TakeInFileAsync([Make.Written(), Make.Written() with { Phone = "13712345671" }], new(KeepWithHq: true));
        await hq.Get<SetCleaningRules>().RunAsync(CleaningRules.Default with { DispatchThreshold = 10 }, 0, "展厅装修", default);
        await using var screens = new LeadScreens(hq, leads.Time);
        screens.Navigation.NavigateTo($"{LeadsRoutes.Rules}?tab=replay");
        var page = screens.Render<RulesPage>();

        WaitForPast(page);
        await page.Find("input[name=cleaned]").ChangeAsync(true);
        await page.Find("form").SubmitAsync();
        page.WaitForElement("progress");
        await WorkAsync(tenant, screens);

        page.WaitForAssertion(() => page.Find("table tbody tr").TextContent.ShouldBe("已清洗培育中2"));
        page.FindAll(".samples tbody tr").Count.ShouldBe(2);
        await page.FindAll("[popover] button.primary").Single().ClickAsync(new());
        page.WaitForElement("progress");
        await WorkAsync(tenant, screens);

        page.WaitForAssertion(() => page.Markup.ShouldContain("已完成"));
        (await tenant.LeadsAsync()).ShouldAllBe(l => l.State == LeadState.Nurturing);
    }

    [Fact]
    public async Task A_wrong_run_id_and_an_empty_choice_are_said_on_the_form()
    {
        await using var tenant = leads.Tenant();
        await using var hq = tenant.AsHq();
        await using var screens = new LeadScreens(hq, leads.Time);
        screens.Navigation.NavigateTo($"{LeadsRoutes.Rules}?tab=replay");
        var page = screens.Render<RulesPage>();

        WaitForPast(page);
        await page.Find("input[name=run]").ChangeAsync("第三批");
        await page.Find("form").SubmitAsync();
        page.WaitForAssertion(() => page.Find("[role=alert]").TextContent.ShouldContain("导入批次"));
        await page.Find("input[name=run]").ChangeAsync("");
        await page.Find("input[name=invalid]").ChangeAsync(false);
        await page.Find("input[name=needs_review]").ChangeAsync(false);
        await page.Find("form").SubmitAsync();

        page.WaitForAssertion(() => page.Find("[role=alert]").TextContent.ShouldContain("至少选一类"));
    }

    // The form stands before earlier runs are read; their arrival draws it anew, under the hand that changes it.
    private static void WaitForPast(IRenderedComponent<RulesPage> page) => page.WaitForAssertion(() =>
    {
        page.Find("form");
        page.FindAll(".bones").ShouldBeEmpty();
    });

    private static async Task WorkAsync(TestTenant tenant, LeadScreens screens)
    {
        await using var house = tenant.AsSystem();
        while (await house.Get<RunReplay>().RunAsync(default))
        {
        }

        await screens.Live.SayAsync(LeadTopics.Replays, "");
    }
}
