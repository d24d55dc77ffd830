using AutoPortal.Kernel.Workbooks;
using Microsoft.Playwright;

namespace AutoPortal.E2E;

/// <summary>An operator takes customers away as a file: they say what for, a second person lets it go, and each download is written down.</summary>
[Collection(nameof(Portal))]
public sealed class HeadquartersTakesAListAway(Portal portal)
{
    [Fact]
    public async Task An_operator_asks_an_administrator_approves_and_the_file_is_fetched_once_it_is_written()
    {
        await using var admin = await Visitor.AtDeskAsync(portal.Url);
        await admin.SignInAsync("admin@chenxing.demo", returnUrl: "/app/exports");
        await admin.InteractiveAsync();
        await admin.Page.ClickAsync("button:has-text('导出规则')");
        await admin.Page.Locator("[role=dialog] input").First.FillAsync("5");
        await admin.PictureAsync("exports-rules");
        await admin.Page.ClickAsync("[role=dialog] button:has-text('保存')");
        await admin.Page.WaitForSelectorAsync("text=导出规则已保存");

        await using var clerk = await Visitor.AtDeskAsync(portal.Url);
        await clerk.SignInAsync("operator@chenxing.demo", returnUrl: "/app/customers");
        await clerk.InteractiveAsync();
        await clerk.Page.ClickAsync("[data-testid=export]:not([disabled])");
        await clerk.Page.WaitForSelectorAsync("[role=dialog] textarea");
        await clerk.Page.FillAsync("[role=dialog] textarea", "秋季试驾回访名单核对");
        await clerk.PictureAsync("exports-dialog");
        (await clerk.SeriousFindingsAsync()).ShouldBeEmpty();
        await clerk.Page.ClickAsync("[data-testid=export-order]");
        await clerk.Page.WaitForSelectorAsync("[role=dialog] >> text=已提交审批");
        await clerk.Page.ClickAsync("[role=dialog] a:has-text('查看我的导出')");
        await clerk.Page.WaitForURLAsync("**/app/exports?export=*");
        await clerk.Page.WaitForSelectorAsync("[role=dialog] >> text=待审批");

        await admin.Page.ClickAsync("tr:has-text('秋季试驾回访名单核对') button:has-text('审批')");
        await admin.Page.WaitForSelectorAsync("[role=dialog] button:has-text('批准')");
        await admin.PictureAsync("exports-decide");
        (await admin.SeriousFindingsAsync()).ShouldBeEmpty();
        await admin.Page.ClickAsync("[role=dialog] button.primary:has-text('批准')");

        var link = clerk.Page.Locator("[role=dialog] a:has-text('下载')");
        await link.WaitForAsync(new() { Timeout = 60_000 });
        await clerk.PictureAsync("exports-ready");
        var download = await clerk.Page.RunAndWaitForDownloadAsync(() => link.ClickAsync());
        download.SuggestedFilename.ShouldStartWith("客户-");
        await using var file = File.OpenRead(await download.PathAsync());
        await using var table = await TableFile.OpenAsync(file, TableLimits.Default, null, default);
        (await table.ReadAsync(default)).ShouldBeTrue();
        Enumerable.Range(0, table.Columns.Count).Select(c => table.Row[c].Text).ShouldContain(cell => cell.Contains("****"));

        await admin.Page.WaitForSelectorAsync("[role=dialog] >> text=下载了文件");
        clerk.Done();
        admin.Done();
    }

    [Theory, InlineData("en", true), InlineData("zh-CN", false)]
    public async Task The_dialog_and_the_list_of_exports_fit_a_phone(string culture, bool dark)
    {
        await using var manager = await Visitor.OnPhoneAsync(portal.Url, culture, dark);
        await manager.SignInAsync("manager@chenxing.demo", returnUrl: "/app/leads?tab=all");
        await manager.InteractiveAsync();
        await manager.Page.ClickAsync("[data-testid=export]:not([disabled])");
        await manager.Page.WaitForSelectorAsync("[role=dialog] textarea");
        await manager.PictureAsync($"exports-dialog-{culture}-390");
        (await manager.SeriousFindingsAsync()).ShouldBeEmpty();
        await manager.Page.FillAsync("[role=dialog] textarea", "到店邀约核对 call list");
        await manager.Page.ClickAsync("[data-testid=export-order]");
        await manager.Page.WaitForSelectorAsync("[role=dialog] a.primary");
        await manager.Page.ClickAsync("[role=dialog] a.primary");
        await manager.Page.WaitForSelectorAsync("[role=dialog] dl");
        await manager.PictureAsync($"exports-one-{culture}-390");
        (await manager.SeriousFindingsAsync()).ShouldBeEmpty();
        await manager.Page.GotoAsync("/app/exports");
        await manager.InteractiveAsync();
        await manager.Page.WaitForSelectorAsync("tr[data-row]");
        await manager.PictureAsync($"exports-{culture}-390");
        (await manager.SeriousFindingsAsync()).ShouldBeEmpty();
        manager.Done();
    }
}
