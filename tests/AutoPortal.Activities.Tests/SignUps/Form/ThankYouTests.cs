using AngleSharp.Dom;
using AutoPortal.Activities.SignUps;
using AutoPortal.Activities.SignUps.Form;
using AutoPortal.Pages.Contracts;
using AutoPortal.Testing;

namespace AutoPortal.Activities.Tests.SignUps.Form;

public sealed class ThankYouTests(ActivitiesFixture activities) : IClassFixture<ActivitiesFixture>
{
    private static readonly SignUpReceipt Won = new("7K3M-9QXT", WasSignedUp: false, MayBeContacted: true) { Series = "xh7", Window = "7d" };

    public static TheoryData<string, string?, string?, string, bool> Fitting => new()
    {
        // Place, series, window as the author chose; the state of the receipt; whether it fits.
        { "any", null, null, "confirmed", true },
        { "any", null, null, "waitlisted", true },
        { "any", null, null, "signed", true },
        { "won", null, null, "confirmed", true },
        { "won", null, null, "checked_in", true },
        { "won", null, null, "waitlisted", false },
        { "won", null, null, "signed", false },
        { "waiting", null, null, "waitlisted", true },
        { "waiting", null, null, "confirmed", false },
        { "any", "xh7", null, "confirmed", true },
        { "any", "xh9", null, "confirmed", false },
        { "any", null, "7d", "confirmed", true },
        { "any", null, "1y", "confirmed", false },
        { "won", "xh7", "7d", "confirmed", true },
        { "won", "xh7", "1y", "confirmed", false },
        { "waiting", "xh7", "7d", "confirmed", false },
        { "any", "", "", "confirmed", true },
        { "nosuch", null, null, "confirmed", false },
    };

    [Theory, MemberData(nameof(Fitting))]
    public void It_fits_whoever_has_the_place_and_gave_the_answers(string place, string? series, string? window, string state, bool fits)
        => new ThankYou { Place = place, Series = series, Window = window }.Fits(Won with { State = state }).ShouldBe(fits);

    [Fact]
    public async Task The_first_that_fits_is_shown_with_its_button()
    {
        await using var tenant = activities.Tenant();
        var done = await DrawAsync(tenant, Won, [
            new() { Place = "waiting", Title = "请等等" },
            new() { Series = "xh7", Title = "星河 7 等您", Text = "先看看配置", Label = "看配置", Href = "/test/p/xh7" },
            new() { Title = "都一样" }]);

        done.QuerySelector("h2")!.TextContent.ShouldBe("星河 7 等您");
        done.TextContent.ShouldContain("先看看配置");
        var button = done.QuerySelectorAll("a.pg-button").First(a => a.TextContent == "看配置");
        button.GetAttribute("href").ShouldBe("/test/p/xh7");
        button.HasAttribute("rel").ShouldBeFalse();
    }

    [Fact]
    public async Task Whoever_waits_reads_other_words_than_whoever_won()
    {
        await using var tenant = activities.Tenant();
        ThankYou[] thanks = [new() { Place = "won", Title = "名额到手" }, new() { Place = "waiting", Title = "排上队了", Text = "有空位先告诉您" }];

        (await DrawAsync(tenant, Won, thanks)).QuerySelector("h2")!.TextContent.ShouldBe("名额到手");
        var waits = Draw(tenant, null, Won with { State = "waitlisted" }, thanks);
        waits.QuerySelector("h2")!.TextContent.ShouldBe("排上队了");
        waits.TextContent.ShouldContain("有空位先告诉您");
    }

    [Fact]
    public async Task Where_none_fits_the_activitys_own_words_stand_there()
    {
        await using var tenant = activities.Tenant();
        var activity = await tenant.RunningAsync(Make.Plan() with { Wording = new(new(""), new(""), new("到店见!")) });

        var done = Draw(tenant, activity.Id, Won, [new() { Place = "waiting", Title = "请等等" }]);

        done.QuerySelector("h2")!.TextContent.ShouldBe("报名成功");
        done.TextContent.ShouldContain("到店见!");
    }

    [Fact]
    public async Task Whoever_was_signed_up_before_is_told_so()
    {
        await using var tenant = activities.Tenant();

        (await DrawAsync(tenant, Won with { WasSignedUp = true }, [new() { Title = "名额到手" }])).QuerySelector("h2")!.TextContent.ShouldBe("您已经报过名了");
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("")]
    public async Task A_button_leads_nowhere_it_should_not(string href)
    {
        await using var tenant = activities.Tenant();

        (await DrawAsync(tenant, Won, [new() { Title = "好", Label = "点我", Href = href }])).TextContent.ShouldNotContain("点我");
    }

    [Fact]
    public async Task A_button_that_leaves_the_house_tells_the_other_side_nothing()
    {
        await using var tenant = activities.Tenant();

        (await DrawAsync(tenant, Won, [new() { Title = "好", Label = "去看", Href = "https://example.cn/a" }])).QuerySelector("a[href='https://example.cn/a']")!.GetAttribute("rel").ShouldBe("noopener nofollow");
    }

    [Fact]
    public async Task What_was_chosen_is_on_the_receipt()
    {
        await using var tenant = activities.Tenant();
        await tenant.RunningAsync();
        var form = Make.Form();
        (form[SignUpFields.Series], form[SignUpFields.Window]) = ("xh7", "3m");

        var receipt = (await tenant.SignUpAsync(form)).Receipt!;

        (receipt.Series, receipt.Window).ShouldBe(("xh7", "3m"));
    }

    private static async Task<IElement> DrawAsync(TestTenant tenant, SignUpReceipt receipt, IReadOnlyList<ThankYou> thanks)
        => Draw(tenant, (await tenant.RunningAsync()).Id, receipt, thanks);

    private static IElement Draw(TestTenant tenant, Guid? activityId, SignUpReceipt receipt, IReadOnlyList<ThankYou> thanks)
        => BlockOnAPage.Draw<SignUpFormView, SignUpFormBlock>(tenant, new() { Id = "sign-up", Thanks = thanks }, page => page with { SubjectId = activityId }, receipt)!;
}
