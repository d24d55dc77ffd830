using AutoPortal.Leads.Cleaning;
using AutoPortal.Leads.Domain;
using Bunit;

namespace AutoPortal.Leads.Tests.Cleaning;

public sealed class CleaningDeskTests(LeadsFixture leads) : IClassFixture<LeadsFixture>
{
    [Fact]
    public async Task A_clerk_works_the_queue_by_keys_alone()
    {
        await using var tenant = leads.Tenant();
        await tenant.TakeInFileAsync(
        [
            Make.Written() with { Name = "赵一", Phone = "13712345671", Series = "辰星X7四驱" },
            Make.Written() with { Name = "钱二", Phone = "13712345672", Series = "不知道" },
            Make.Written() with { Name = "孙三", Phone = "13712345673", Series = "随便" },
        ], new(KeepWithHq: true));
        await using var clerk = tenant.AsHq();
        await using var screens = new LeadScreens(clerk, leads.Time);
        var desk = screens.Render<CleaningDesk>();
        desk.WaitForAssertion(() => desk.FindAll(".queue li").Count.ShouldBe(3));
        desk.WaitForAssertion(() => desk.Find(".middle h2"));
        var order = desk.FindAll(".queue .strong").Select(e => e.TextContent).ToList();

        await PressAsync("j");
        desk.WaitForAssertion(() => desk.Find(".middle h2").TextContent.ShouldBe(order[1]));
        await PressAsync("k");
        desk.WaitForAssertion(() => desk.Find(".middle h2").TextContent.ShouldBe(order[0]));
        await PressAsync("1");
        desk.WaitForAssertion(() => desk.FindAll(".queue li").Count.ShouldBe(2));
        await PressAsync("a");
        desk.WaitForAssertion(() => desk.FindAll(".queue li").Count.ShouldBe(1));
        await PressAsync("x");
        await desk.FindAll(".dialog .btn").Single(b => b.TextContent == "无购车意向").ClickAsync(new());
        desk.WaitForAssertion(() => desk.FindAll(".queue li").Count.ShouldBe(0));
        await PressAsync("u");
        desk.WaitForAssertion(() => desk.FindAll(".queue li").Count.ShouldBe(1));
        await PressAsync("?");

        desk.FindAll(".dialog kbd").Count.ShouldBe(9);
        var all = await tenant.LeadsAsync();
        all.Count(l => l.SeriesCode == "x7").ShouldBe(1);
        all.Count(l => l.Queue is CleaningQueue.NeedsReview).ShouldBe(1);

        Task PressAsync(string key) => desk.Find(".desk").KeyDownAsync(new Microsoft.AspNetCore.Components.Web.KeyboardEventArgs { Key = key });
    }

    [Fact]
    public async Task Keys_inside_the_form_are_text_and_no_acts()
    {
        await using var tenant = leads.Tenant();
        await tenant.TakeInFileAsync([Make.Written() with { Series = "E9 四驱" }], new(KeepWithHq: true));
        await using var clerk = tenant.AsHq();
        await using var screens = new LeadScreens(clerk, leads.Time);
        var desk = screens.Render<CleaningDesk>();
        desk.WaitForAssertion(() => desk.Find(".middle h2"));
        await desk.Find(".desk").KeyDownAsync(new Microsoft.AspNetCore.Components.Web.KeyboardEventArgs { Key = "e" });

        await desk.Find("input[name=series]").ChangeAsync("x7");
        await desk.Find("form").SubmitAsync();

        desk.WaitForAssertion(() => desk.FindAll(".queue li").Count.ShouldBe(0));
        (await tenant.LeadsAsync()).ShouldHaveSingleItem().SeriesCode.ShouldBe("x7");
    }

    [Fact]
    public async Task A_lead_that_a_dealer_has_is_let_go_as_it_is()
    {
        await using var tenant = leads.Tenant();
        await tenant.TakeInFileAsync([Make.Written() with { Series = "E9 四驱" }]);
        await using var clerk = tenant.AsHq();
        await using var screens = new LeadScreens(clerk, leads.Time);
        var desk = screens.Render<CleaningDesk>();
        desk.WaitForAssertion(() => desk.Find(".middle h2"));

        await desk.Find(".desk").KeyDownAsync(new Microsoft.AspNetCore.Components.Web.KeyboardEventArgs { Key = "a" });

        desk.WaitForAssertion(() => desk.FindAll(".queue li").Count.ShouldBe(0));
        var lead = (await tenant.LeadsAsync()).ShouldHaveSingleItem();
        (lead.State, lead.Queue).ShouldBe((LeadState.Assigned, null));
    }
}
