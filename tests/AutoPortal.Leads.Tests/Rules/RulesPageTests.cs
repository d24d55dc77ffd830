using AutoPortal.Leads.Domain;
using AutoPortal.Leads.Rules;
using Bunit;
using Microsoft.AspNetCore.Components;

namespace AutoPortal.Leads.Tests.Rules;

public sealed class RulesPageTests(LeadsFixture leads) : IClassFixture<LeadsFixture>
{
    [Fact]
    public async Task A_changed_rule_is_saved_with_its_reason_and_stands_in_the_history()
    {
        await using var tenant = leads.Tenant();
        await using var hq = tenant.AsHq();
        await using var screens = new LeadScreens(hq, leads.Time);
        var page = screens.Render<RulesPage>();
        page.WaitForElement("input[name=threshold]");

        await page.Find("input[name=threshold]").ChangeAsync("12");
        await page.Find("input[name=reason]").ChangeAsync("门店忙不过来");
        await page.Find("form").SubmitAsync();
        page.WaitForElement(".field .error").TextContent.ShouldContain("0 到 10");

        await page.Find("input[name=threshold]").ChangeAsync("4");
        await page.Find("form").SubmitAsync();

        page.WaitForAssertion(() => page.Markup.ShouldContain("第 1 版"));
        page.Markup.ShouldContain("门店忙不过来");
        (await hq.Get<RulesQueries>().VersionsAsync(default)).ShouldHaveSingleItem().Rules.ShouldBe(CleaningRules.Default with { DispatchThreshold = 4 });
    }

    [Fact]
    public async Task A_number_is_blocked_and_taken_off_again_on_the_screen()
    {
        await using var tenant = leads.Tenant();
        await using var hq = tenant.AsHq();
        await using var screens = new LeadScreens(hq, leads.Time);
        screens.Navigation.NavigateTo($"{LeadsRoutes.Rules}?tab=blocklist");
        var page = screens.Render<RulesPage>();
        await page.WaitForElement("button.primary").ClickAsync(new());

        await page.Find(".dialog input[name=phone]").ChangeAsync("13812345678");
        await page.Find(".dialog select[name=reason]").ChangeAsync("Competitor");
        await page.Find(".dialog .btn.primary").ClickAsync(new());
        page.WaitForAssertion(() => page.FindAll("tbody tr").ShouldHaveSingleItem().TextContent.ShouldContain("138****5678"));

        await page.FindAll("tbody tr button").Single(b => b.TextContent.Contains("移出", StringComparison.Ordinal)).ClickAsync(new());
        await page.Find(".dialog textarea").ChangeAsync("登记错了");
        await page.Find(".dialog .btn.primary").ClickAsync(new());

        page.WaitForAssertion(() => page.Markup.ShouldContain("黑名单是空的"));
    }

    [Fact]
    public async Task Who_may_not_set_rules_is_told_so()
    {
        await using var tenant = leads.Tenant();
        await using var advisor = tenant.AsAdvisor(7011);
        await using var screens = new LeadScreens(advisor, leads.Time);

        screens.Render<RulesPage>().FindAll("input").ShouldBeEmpty();
    }
}
