using System.Text;
using AutoPortal.Kernel.Workbooks;
using Microsoft.Playwright;
using Npgsql;

namespace AutoPortal.E2E;

/// <summary>Headquarters imports dealers and leads: sees what would become of each row, mends the refused ones in their workbook, and takes all of it back.</summary>
[Collection(nameof(Portal))]
public sealed class HeadquartersBringsFilesIn(Portal portal)
{
    private const string Dealers =
        """
        经销商代码,招牌,大区,省份,城市,区县,类型,热线电话,备注
        IMP01,导入浦东店,,上海,上海,浦东新区,4S店,021-50501234,第一家
        IMP02,导入徐汇店,,上海,上海,徐汇区,4S店,13812345678,
        坏 代码,导入闵行店,,上海,上海,闵行区,4S店,,
        IMP04,,,上海,上海,松江区,没有的类型,,
        """;

    private const string Leads =
        """
        客户姓名,手机号,城市,意向车型,同意联系
        导入甲,13900010001,上海,,是
        导入乙,13900010002,上海,,是
        导入丙,139,上海,,是
        导入丁,13900010004,上海,,否
        """;

    [Fact]
    public async Task Refused_rows_are_mended_in_their_workbook_and_the_whole_import_is_taken_back()
    {
        await using var admin = await Visitor.AtDeskAsync(portal.Url);
        await admin.SignInAsync("admin@chenxing.demo", returnUrl: "/app/imports");
        await admin.InteractiveAsync();
        var page = admin.Page;
        await LookAsync(admin, "imports-empty");

        await page.ClickAsync("main a:has-text('导入文件')");
        await page.WaitForSelectorAsync("[role=dialog] form[data-upload]");
        await page.CheckAsync("[role=dialog] input[value=dealers]", new() { Force = true });
        await page.SendAsync("乱.xlsx", "不是表格"u8.ToArray().Prepend((byte)0).ToArray());
        await page.WaitForSelectorAsync("[data-refused]:not([hidden])");
        await LookAsync(admin, "imports-refused");
        await page.SendAsync("门店-2026.csv", Encoding.UTF8.GetBytes(Dealers));
        await page.WaitForURLAsync(url => Guid.TryParse(url.Split('/')[^1], out _));
        await admin.InteractiveAsync();
        await page.WaitForSelectorAsync(".sample");
        await page.SelectOptionAsync("select[name=column-1]", "name");
        await LookAsync(admin, "imports-columns");

        await CheckAsync(page);
        await page.WaitForSelectorAsync("button:has-text('写入 2 行')");
        await page.WaitForSelectorAsync(".detail li");
        await LookAsync(admin, "imports-checked");
        await LookElsewhereAsync(page.Url, "imports-checked");
        await page.ClickAsync("button:has-text('写入 2 行')");
        await page.WaitForSelectorAsync("text=撤销整次导入");
        await page.WaitForSelectorAsync("tbody a:has-text('打开')");
        await LookAsync(admin, "imports-written");
        (await CountAsync()).ShouldBe(2);
        var first = page.Url;

        var mended = await MendAsync(await TakeErrorsAsync(page));
        await page.GotoAsync("/app/imports?new=dealers");
        await admin.InteractiveAsync();
        await page.WaitForSelectorAsync("[role=dialog] form[data-upload]");
        await page.SendAsync("门店-修好.csv", mended);
        await page.WaitForURLAsync(url => Guid.TryParse(url.Split('/')[^1], out _));
        await admin.InteractiveAsync();
        await page.SelectOptionAsync("select[name=column-1]", "name");
        await CheckAsync(page);
        await page.ClickAsync("button:has-text('写入 2 行')");
        await page.WaitForSelectorAsync("text=撤销整次导入");
        (await CountAsync()).ShouldBe(4);

        foreach (var run in (string[])[page.Url, first])
        {
            await page.GotoAsync(run);
            await admin.InteractiveAsync();
            await page.ClickAsync("main button:has-text('撤销整次导入')");
            await page.ClickAsync("[role=dialog] button.solid");
            await page.WaitForSelectorAsync("text=条记录恢复到导入前");
        }

        await LookAsync(admin, "imports-undone");
        (await CountAsync()).ShouldBe(0);
        await page.GotoAsync("/app/imports");
        await admin.InteractiveAsync();
        await page.WaitForSelectorAsync("tbody a[data-open]");
        await LookAsync(admin, "imports-history");
        admin.Done();
    }

    [Fact]
    public async Task Leads_of_a_file_are_quiet_unless_somebody_says_otherwise_and_each_refused_row_says_why()
    {
        await using var clerk = await Visitor.AtDeskAsync(portal.Url);
        await clerk.SignInAsync("operator@chenxing.demo", returnUrl: "/app/imports?new=leads");
        await clerk.InteractiveAsync();
        var page = clerk.Page;
        await page.WaitForSelectorAsync("[role=dialog] form[data-upload]");
        await page.SendAsync("线索.csv", Encoding.UTF8.GetBytes(Leads));
        await page.WaitForURLAsync(url => Guid.TryParse(url.Split('/')[^1], out _));
        await clerk.InteractiveAsync();
        await page.WaitForSelectorAsync(".sample");
        (await page.IsCheckedAsync("input[name=quiet] >> nth=0")).ShouldBeTrue();
        await LookAsync(clerk, "imports-leads-columns");
        await LookElsewhereAsync(page.Url, "imports-leads-columns");

        await CheckAsync(page);
        await page.WaitForSelectorAsync(".detail li");
        await LookAsync(clerk, "imports-leads-checked");
        (await page.TextContentAsync("[data-outcome=refused] .big-figure")).ShouldBe("4");
        (await page.IsDisabledAsync("button:has-text('写入 0 行')")).ShouldBeTrue();
        clerk.Done();
    }

    [Fact]
    public async Task A_file_arrives_without_any_script()
    {
        await using var admin = await Visitor.AtDeskAsync(portal.Url, script: false);
        await admin.SignInAsync("admin@chenxing.demo", returnUrl: "/app/imports?new=dealers");
        await admin.Page.SendAsync("门店.csv", Encoding.UTF8.GetBytes(Dealers));
        await admin.Page.WaitForURLAsync(url => Guid.TryParse(url.Split('/')[^1], out _));

        await admin.Page.GotoAsync("/app/imports?new=dealers");
        await admin.Page.SendAsync("空.csv", " "u8.ToArray());
        (await admin.Page.TextContentAsync("h1")).ShouldBe("这个文件不能导入");
        admin.Done();
    }

    private static async Task CheckAsync(IPage page)
    {
        if (await page.Locator("select[name=brand]").CountAsync() > 0)
        {
            await page.SelectOptionAsync("select[name=brand]", new SelectOptionValue { Index = 1 });
        }

        await page.ClickAsync("button:has-text('检查文件')");
    }

    private static async Task<string> TakeErrorsAsync(IPage page)
    {
        var download = await page.RunAndWaitForDownloadAsync(() => page.ClickAsync("a:has-text('下载 2 行错误')"));
        download.SuggestedFilename.ShouldBe("门店-2026-未导入的行.xlsx");
        return await download.PathAsync();
    }

    // As a person does in Excel: the code and the kind are put right, the column with the reasons stays.
    private static async Task<byte[]> MendAsync(string path)
    {
        await using var table = await TableFile.OpenAsync(path, TableLimits.Default, null, CancellationToken.None);
        var lines = new List<string> { string.Join(',', table.Columns.Select(c => c.Name)) };
        while (await table.ReadAsync(CancellationToken.None))
        {
            lines.Add(string.Join(',', table.Columns.Select(c => table.Row[c.Index].Text.Replace('\n', ' '))).Replace("坏 代码", "IMP03", StringComparison.Ordinal).Replace("IMP04,", "IMP04,导入松江店", StringComparison.Ordinal).Replace("没有的类型", "4S店", StringComparison.Ordinal));
        }

        return Encoding.UTF8.GetBytes(string.Join('\n', lines));
    }

    private static async Task LookAsync(Visitor visitor, string name)
    {
        await visitor.PictureAsync(name);
        (await visitor.SeriousFindingsAsync()).ShouldBeEmpty();
    }

    private async Task LookElsewhereAsync(string url, string name)
    {
        foreach (var (culture, dark) in new[] { ("en", true), ("zh-CN", false) })
        {
            await using var phone = await Visitor.OnPhoneAsync(portal.Url, culture, dark);
            await phone.SignInAsync("admin@chenxing.demo", returnUrl: new Uri(url).AbsolutePath);
            await phone.InteractiveAsync();
            await phone.Page.WaitForSelectorAsync(".sample, .detail li");
            await LookAsync(phone, $"{name}-phone-{culture}");
            phone.Done();
        }
    }

    private async Task<long> CountAsync()
    {
        await using var owner = NpgsqlDataSource.Create(portal.Connections.PortalOwner);
        await using var command = owner.CreateCommand("select count(*) from platform.dealers where code like 'IMP%'");
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
