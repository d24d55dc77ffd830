using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace AutoPortal.E2E;

/// <summary>From an empty form to a lead on the advisor's screen: an activity of one dealer, its page, and everybody between.</summary>
[Collection(nameof(Portal))]
public sealed class AnActivityFindsItsPeople(Portal portal)
{
    private const string Slug = "pudong-weekend";
    private const string Title = "浦东周末试驾";
    private const string Headline = "周末,来浦东店开走它";
    private const string Dealer = "晨星上海浦东东城店";
    private const string Phone = "13866017788";

    [Fact]
    public async Task A_test_drive_is_made_approved_paged_and_published_and_a_visitors_lead_reaches_the_advisor()
    {
        await using var organiser = await Visitor.AtDeskAsync(portal.Url);
        await using var admin = await Visitor.AtDeskAsync(portal.Url);
        var activity = await MakeAsync(organiser);
        await ApproveAsync(admin, activity);
        var pageId = await BuildAsync(organiser, activity);
        await LetThroughAsync(admin, pageId);
        await SeesItLiveAsync(organiser, activity);

        await SignsUpAndArrivesAsync();
        organiser.Done();
        admin.Done();
    }

    private static async Task<string> MakeAsync(Visitor organiser)
    {
        var page = organiser.Page;
        await organiser.SignInAsync("operator@chenxing.demo", returnUrl: "/app/activities/new?kind=test_drive_event");
        await organiser.InteractiveAsync();
        await page.FillAsync("input[name=title_zh]", Title);
        await page.FillAsync("input[name=slug]", Slug);
        await page.FillAsync("input[name=reward_zh]", "到店试驾礼一份");
        await page.FillAsync("input[name=sign_up_from]", DateTime.UtcNow.AddHours(8).AddDays(-1).ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture));
        await page.SelectOptionAsync("select[name=scope]", "dealers");
        await page.Locator(".pick", new() { HasText = Dealer }).Locator("input").CheckAsync();
        (await organiser.SeriousFindingsAsync()).ShouldBeEmpty();
        await page.ClickAsync("form.form button[type=submit]");
        await page.WaitForURLAsync("**/app/activities?activity=*", new() { Timeout = 20_000 });
        await Drawer(page).GetByRole(AriaRole.Button, new() { Name = "提交审批" }).ClickAsync();
        await Drawer(page).GetByText("等待另一位同事审批").WaitForAsync();
        await organiser.PictureAsync("activity-handed-in");
        return new Uri(page.Url).Query.Split("activity=")[1].Split('&')[0];
    }

    // Approved, it starts with its sign-up period, by the clock.
    private static async Task ApproveAsync(Visitor admin, string activity)
    {
        var page = admin.Page;
        await admin.SignInAsync("admin@chenxing.demo", returnUrl: $"/app/activities?activity={activity}");
        await Drawer(page).GetByRole(AriaRole.Button, new() { Name = "批准" }).ClickAsync();
        await Drawer(page).Locator("header, .drawer-head").GetByText("进行中").WaitForAsync(new() { Timeout = 60_000 });
    }

    private static async Task<string> BuildAsync(Visitor organiser, string activity)
    {
        var page = organiser.Page;
        await page.GotoAsync($"/app/activities?activity={activity}");
        await Drawer(page).GetByText("还没有页面").WaitForAsync();
        (await organiser.SeriousFindingsAsync()).ShouldBeEmpty();
        await Drawer(page).GetByRole(AriaRole.Button, new() { Name = "制作页面" }).ClickAsync();
        await page.WaitForURLAsync("**/build", new() { Timeout = 20_000 });
        await BuilderDesk.ReadyAsync(page);
        await page.ClickAsync(".pbo-row[data-id=top]");
        // The page itself has a title, too: only the first screen has a badge.
        await page.WaitForSelectorAsync(".right [data-field=badge]");
        await page.Locator(".right [data-field=title] input").First.FillAsync(Headline);
        await page.WaitForSelectorAsync($".pbo-row[data-id=top] .pbo-words:text-is('{Headline}')");
        await page.WaitForSelectorAsync(".builder[data-saving=saved]");
        await organiser.PictureAsync("activity-page-built");
        await page.GetByRole(AriaRole.Button, new() { Name = "提交审核" }).ClickAsync();
        await page.GetByText("已提交审核").First.WaitForAsync();
        return new Uri(page.Url).Segments[^2].TrimEnd('/');
    }

    private static async Task LetThroughAsync(Visitor admin, string pageId)
    {
        var page = admin.Page;
        await page.GotoAsync($"/app/pages?page_id={pageId}");
        await Drawer(page).GetByRole(AriaRole.Button, new() { Name = "通过" }).ClickAsync();
        await Drawer(page).GetByText("线上").First.WaitForAsync();
    }

    private static async Task SeesItLiveAsync(Visitor organiser, string activity)
    {
        var page = organiser.Page;
        await page.GotoAsync($"/app/activities?activity={activity}");
        await Drawer(page).GetByText("已上线").WaitForAsync();
        await Drawer(page).GetByRole(AriaRole.Link, new() { Name = $"/chenxing/a/{Slug}" }).WaitForAsync();
        await organiser.PictureAsync("activity-page-live");
        await page.GotoAsync("/app/activities");
        await organiser.InteractiveAsync();
        await page.Locator(".bell button").First.ClickAsync();
        await page.Locator(".bell").GetByText($"批准了活动「{Title}」").WaitForAsync();
        await page.Locator(".bell").GetByText($"通过了页面「{Title}」").WaitForAsync();
        (await organiser.SeriousFindingsAsync()).ShouldBeEmpty();
    }

    private async Task SignsUpAndArrivesAsync()
    {
        await using var advisor = await OnDutyAsync("advisor@chenxing.demo");
        await using var second = await OnDutyAsync("advisor2@chenxing.demo");
        await using var visitor = await Visitor.OnPhoneAsync(portal.Url);
        await FindAsync(visitor);
        await FillAsync(visitor.Page);
        await visitor.Page.ClickAsync("form[data-signup] button.pg-button--wide");
        await visitor.Page.WaitForSelectorAsync("[data-signup-done] .sign-up-number");
        await visitor.PictureAsync("activity-signed-up");
        (await visitor.SeriousFindingsAsync()).ShouldBeEmpty();

        // Rotation decides which of the advisors on duty gets it.
        var arrived = await Task.WhenAny(ArrivesAsync(advisor), ArrivesAsync(second));
        await arrived;
        visitor.Done();
        advisor.Done();
        second.Done();
    }

    // The list of strangers is drawn anew every few seconds.
    private static async Task FindAsync(Visitor visitor)
    {
        var page = visitor.Page;
        var link = page.GetByRole(AriaRole.Link, new() { Name = Title });
        for (var i = 0; i < 20 && await link.CountAsync() == 0; i++)
        {
            await page.GotoAsync("/chenxing");
            await page.WaitForTimeoutAsync(500);
        }

        (await visitor.SeriousFindingsAsync()).ShouldBeEmpty();
        await visitor.PictureAsync("activity-list");
        await link.ClickAsync();
        await page.WaitForURLAsync($"**/chenxing/a/{Slug}");
        (await page.TextContentAsync("h1")).ShouldBe(Headline);
        (await visitor.SeriousFindingsAsync()).ShouldBeEmpty();
        await visitor.PictureAsync("activity-public", fullPage: true);
    }

    private async Task FillAsync(IPage page)
    {
        await page.FillAsync("input[name=name]", "周末末");
        await page.FillAsync("input[name=phone]", Phone);
        await page.CheckAsync("input[name=consent_service]");
        await page.CheckAsync("input[name=consent_lead_contact]");
        await page.SelectOptionAsync("select[name=session]", new SelectOptionValue { Index = 1 });
        await page.SelectOptionAsync("select[name=city]", new SelectOptionValue { Index = 1 });
        var dealer = await page.EvalOnSelectorAsync<string>("select[name=dealer]", "s => [...s.options].find(o => o.value)?.value ?? ''");
        dealer.ShouldNotBeEmpty();
        await page.SelectOptionAsync("select[name=dealer]", dealer);
        await page.ClickAsync("button[data-send-code]");
        await page.FillAsync("input[name=code]", await CodeAsync());
    }

    private async Task<string> CodeAsync()
    {
        using var client = new HttpClient();
        for (var i = 0; i < 100; i++)
        {
            using var answer = await client.GetAsync($"{portal.Url}/dev/outbox/latest?tenant=chenxing&phone={Phone}");
            if (answer.IsSuccessStatusCode && Regex.Match(await answer.Content.ReadAsStringAsync(), "\"code\":\"(?<code>\\d{6})\"", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)) is { Success: true } found)
            {
                return found.Groups["code"].Value;
            }

            await Task.Delay(50);
        }

        throw new TimeoutException("No code was sent within five seconds.");
    }

    private async Task<Visitor> OnDutyAsync(string email)
    {
        var advisor = await Visitor.AtDeskAsync(portal.Url);
        await advisor.SignInAsync(email, returnUrl: "/app/leads");
        await advisor.InteractiveAsync();
        return advisor;
    }

    private static Task ArrivesAsync(Visitor advisor) => advisor.Page.WaitForSelectorAsync($"main >> text=/{Phone[^4..]}/", new() { Timeout = 15_000 });

    private static ILocator Drawer(IPage page) => page.Locator(".drawer");
}
