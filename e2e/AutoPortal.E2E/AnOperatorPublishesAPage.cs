using System.Globalization;
using Microsoft.Playwright;

namespace AutoPortal.E2E;

/// <summary>From a template to the public with another person's word between, and on to a dealer who makes it theirs.</summary>
[Collection(nameof(Portal))]
public sealed class AnOperatorPublishesAPage(Portal portal)
{
    private const string Slug = "winter-open-house";

    [Fact]
    public async Task A_page_goes_live_from_a_template_and_a_dealer_adapts_what_headquarters_opened()
    {
        await using var editor = await Visitor.AtDeskAsync(portal.Url);
        var pageId = await MakeAsync(editor);
        await OpenSubtitleAsync(editor);
        await HandInAsync(editor, pageId);
        await ApproveAndOfferAsync(pageId);

        await using var consumer = await Visitor.OnPhoneAsync(portal.Url);
        (await consumer.Page.GotoAsync($"/chenxing/p/{Slug}"))!.Status.ShouldBe(200);
        await consumer.PictureAsync("page-phone");
        (await consumer.Page.TextContentAsync("h1")).ShouldBe("冬季开放日");
        consumer.Done();

        await AdaptAsync();
        editor.Done();
    }

    private static async Task<Guid> MakeAsync(Visitor editor)
    {
        var page = editor.Page;
        await editor.SignInAsync("operator@chenxing.demo", returnUrl: "/app/pages");
        await editor.InteractiveAsync();
        (await editor.SeriousFindingsAsync()).ShouldBeEmpty();
        await page.ClickAsync("main .btn.primary");
        await page.WaitForTimeoutAsync(1_500);
        await editor.PictureAsync("page-gallery");
        await page.CheckAsync("input[name=template][value=dealer_home]", new() { Force = true });
        await page.FillAsync("input[name=zh]", "冬季开放日");
        await page.FillAsync("input[name=en]", "Winter open house");
        await page.FillAsync("input[name=slug]", Slug);
        await page.FillAsync("input[name=folder]", "2026/冬季");
        await page.ClickAsync("button[form=new-page]");
        await page.WaitForURLAsync("**/build", new() { Timeout = 20_000 });
        await page.WaitForSelectorAsync(".builder:not([data-loading]) .pbo-row >> nth=1", new() { State = WaitForSelectorState.Attached, Timeout = 20_000 });
        return Guid.Parse(new Uri(page.Url).Segments[^2].TrimEnd('/'));
    }

    private static async Task OpenSubtitleAsync(Visitor editor)
    {
        var page = editor.Page;
        await page.ClickAsync(".pbo-row[data-id=top]");
        await page.WaitForSelectorAsync(".right [data-field=subtitle]");
        await page.ClickAsync("details.locks summary");
        var open = int.Parse(await page.InnerTextAsync("details.locks .count"), CultureInfo.InvariantCulture) + 1;
        await page.CheckAsync("details.locks label:has-text('副标题') input");
        // The count comes from what is stored.
        await page.WaitForSelectorAsync($"details.locks .count:text-is('{open}')");
        await page.WaitForSelectorAsync(".builder[data-saving=saved]");
        await editor.PictureAsync("page-builder");
    }

    private static async Task HandInAsync(Visitor editor, Guid pageId)
    {
        var page = editor.Page;
        await page.GotoAsync($"/app/pages?page_id={pageId}");
        await page.FillAsync(".drawer textarea[name=note]", "新页面,请审核");
        await editor.PictureAsync("page-library");
        await page.ClickAsync(".drawer form:has(textarea[name=note]) button[type=submit]");
        await page.Locator(".drawer").GetByText("待审核").First.WaitForAsync();
    }

    private async Task ApproveAndOfferAsync(Guid pageId)
    {
        await using var reviewer = await Visitor.AtDeskAsync(portal.Url);
        var page = reviewer.Page;
        await reviewer.SignInAsync("admin@chenxing.demo", returnUrl: $"/app/pages?page_id={pageId}");
        await page.Locator(".drawer").GetByRole(AriaRole.Button, new() { Name = "通过" }).ClickAsync();
        await page.Locator(".drawer").GetByText("线上").First.WaitForAsync();
        await page.GetByRole(AriaRole.Tab, new() { Name = "门店版本" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "开放给门店" }).ClickAsync();
        await page.Locator(".drawer").GetByText("已开放给门店").First.WaitForAsync();
        await MakeCopyAsync(page);
        (await reviewer.SeriousFindingsAsync()).ShouldBeEmpty();
        reviewer.Done();
    }

    private static async Task MakeCopyAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "给门店做副本" }).ClickAsync();
        await page.CheckAsync("input[name=how][value=dealers]");
        await page.FillAsync("input[name=copy_search]", "徐汇");
        await page.Locator(".drawer label", new() { HasText = "徐汇" }).First.Locator("input").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "做 1 份副本" }).ClickAsync();
        await page.Locator(".drawer").GetByText("已完成").First.WaitForAsync(new() { Timeout = 20_000 });
        await page.Locator(".drawer tr[data-row]", new() { HasText = "徐汇" }).First.WaitForAsync();
    }

    private async Task AdaptAsync()
    {
        await using var dealer = await Visitor.AtDeskAsync(portal.Url);
        var page = dealer.Page;
        await dealer.SignInAsync("marketing@chenxing.demo", returnUrl: "/app/pages");
        await dealer.InteractiveAsync();
        await page.Locator(".offer", new() { HasText = "冬季开放日" }).GetByRole(AriaRole.Button).ClickAsync();
        await page.WaitForURLAsync("**/build", new() { Timeout = 20_000 });
        await page.WaitForSelectorAsync(".builder:not([data-loading]) .pbo-row[data-id=top]", new() { Timeout = 20_000 });
        await page.ClickAsync(".pbo-row[data-id=top]");
        await page.WaitForSelectorAsync(".right [data-field=subtitle]");
        (await page.Locator(".right [data-field]").CountAsync()).ShouldBe(1, "only what headquarters opened");
        await page.Locator(".right [data-field=subtitle] input, .right [data-field=subtitle] textarea").First.FillAsync("本店冬季礼遇,欢迎到店");
        await page.WaitForTimeoutAsync(600);
        await page.WaitForSelectorAsync(".builder[data-saving=saved]");
        await dealer.PictureAsync("page-dealer");
        await page.ReloadAsync();
        await page.WaitForSelectorAsync(".builder:not([data-loading]) .pbo-row[data-id=top]", new() { Timeout = 20_000 });
        await page.ClickAsync(".pbo-row[data-id=top]");
        (await page.Locator(".right [data-field=subtitle] input, .right [data-field=subtitle] textarea").First.InputValueAsync()).ShouldBe("本店冬季礼遇,欢迎到店");
        dealer.Done();
    }
}
