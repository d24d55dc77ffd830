using AutoPortal.Kernel.Imports;
using AutoPortal.Platform.Domain;
using AutoPortal.Platform.Imports.Desk;
using Bunit;

namespace AutoPortal.Platform.Tests.Imports;

public sealed class ImportPageTests(PlatformFixture platform) : IClassFixture<PlatformFixture>
{
    private const string Mixed = Clerk.Header + ",热线电话,备注\nN0001,新店,北区,上海,上海,4S店,13812345678,无\nD1,改名店,,,,,,\n坏 代码,坏店,北区,上海,上海,4S店,,";

    [Fact]
    public async Task A_new_file_shows_its_columns_with_samples_and_where_each_match_comes_from()
    {
        await using var clerk = await Clerk.HireAsync(platform);
        await using var screens = new PlatformScreens(clerk.Visitor, platform.Now);
        var run = await clerk.OrderAsync(Mixed);

        var page = screens.Render<ImportPage>(p => p.Add(i => i.Id, run));

        page.WaitForAssertion(() => page.FindAll(".sample").Count.ShouldBeGreaterThan(3));
        page.Find(".steps [aria-current=step]").TextContent.ShouldContain("列对应");
        page.FindAll(".match tbody tr").Count.ShouldBe(8);
        page.Find("select[name=column-0]").GetAttribute("value").ShouldBe("code");
        page.FindAll(".origin .state").Count(s => s.TextContent == "自动识别").ShouldBe(7);
        page.Find(".notice").TextContent.ShouldContain("1 列不导入");
        page.Markup.ShouldContain("138****5678");
        page.Markup.ShouldNotContain("13812345678");
    }

    [Fact]
    public async Task Columns_of_an_exported_file_that_never_come_back_are_named_before_anything_is_written()
    {
        await using var clerk = await Clerk.HireAsync(platform);
        await using var screens = new PlatformScreens(clerk.Visitor, platform.Now);
        var run = await clerk.OrderAsync(Clerk.Header + ",营业状态,AutoPortal\nN0001,新店,北区,上海,上海,4S店,停业,");
        var page = screens.Render<ImportPage>(p => p.Add(i => i.Id, run));
        page.WaitForElement("[data-never-read]").TextContent.ShouldContain("改了也不生效：营业状态");
        page.FindAll(".match tbody tr").Count.ShouldBe(7);
        page.Find(".notice").TextContent.ShouldContain("已对应 6 列；1 列不导入");

        await page.Find("form").SubmitAsync();
        await clerk.WorkAsync(run);
        await using var later = new PlatformScreens(clerk.Visitor, platform.Now);

        later.Render<ImportPage>(p => p.Add(i => i.Id, run)).WaitForElement("[data-never-read]").TextContent.ShouldContain("营业状态");
    }

    [Fact]
    public async Task A_required_column_that_is_left_out_is_named_and_stops_the_check()
    {
        await using var clerk = await Clerk.HireAsync(platform);
        await using var screens = new PlatformScreens(clerk.Visitor, platform.Now);
        var run = await clerk.OrderAsync(Mixed);
        var page = screens.Render<ImportPage>(p => p.Add(i => i.Id, run));

        page.WaitForElement("select[name=column-0]");
        await page.Find("select[name=column-0]").ChangeAsync("");

        page.Find(".notice.warn").TextContent.ShouldContain("经销商代码");
        page.Find("button[type=submit]").HasAttribute("disabled").ShouldBeTrue();
        await page.Find("select[name=column-7]").ChangeAsync("code");
        page.FindAll(".origin .state").Count(s => s.TextContent == "手动选择").ShouldBe(1);
        page.Find("button[type=submit]").HasAttribute("disabled").ShouldBeFalse();
    }

    [Fact]
    public async Task A_checked_file_shows_counts_differences_and_every_reason_and_writes_when_told()
    {
        await using var clerk = await Clerk.HireAsync(platform);
        await using var screens = new PlatformScreens(clerk.Visitor, platform.Now);
        var run = await clerk.OrderAsync(Mixed);
        var page = screens.Render<ImportPage>(p => p.Add(i => i.Id, run));
        page.WaitForElement("form");
        await page.Find("form").SubmitAsync();
        page.WaitForAssertion(() => page.Find("progress"));
        page.Markup.ShouldContain("排队中");
        await clerk.WorkAsync(run);

        page = screens.Render<ImportPage>(p => p.Add(i => i.Id, run));

        page.WaitForAssertion(() => page.FindAll(".detail li").Count.ShouldBeGreaterThan(1));
        Figure(page, "created").ShouldBe("1");
        Figure(page, "updated").ShouldBe("1");
        Figure(page, "refused").ShouldBe("1");
        page.Markup.ShouldContain("改名店");
        page.Markup.ShouldContain("代码只能用字母");
        page.FindAll($"a[href='/app/imports/{run}/errors.xlsx']").Count.ShouldBe(1);
        await page.FindAll("button").Single(b => b.TextContent.Trim() == "写入 2 行").ClickAsync(new());
        page.WaitForAssertion(() => page.Markup.ShouldContain("正在写入"));
        (await clerk.ViewAsync(run)).Run.State.ShouldBe(ImportState.Applying);
    }

    [Fact]
    public async Task What_was_written_leads_to_its_records_and_can_be_taken_back_with_its_counts()
    {
        await using var clerk = await Clerk.HireAsync(platform);
        await using var screens = new PlatformScreens(clerk.Visitor, platform.Now);
        var run = await clerk.WrittenAsync(Mixed);
        var page = screens.Render<ImportPage>(p => p.Add(i => i.Id, run));

        page.WaitForAssertion(() => page.FindAll("tbody a[href^='/app/org?dealer=']").Count.ShouldBe(2));
        page.FindAll(".steps .done").Count.ShouldBe(4);
        page.Markup.ShouldContain("撤销这次导入的 2 条");
        page.Markup.ShouldContain("新增的 1 条会删除,修改的 1 条恢复原值".Replace(',', '，'));

        await page.FindAll("[role=dialog] button").Single(b => b.TextContent.Trim() == "撤销整次导入").ClickAsync(new());
        page.WaitForAssertion(() => page.Markup.ShouldContain("正在撤销"));
        await clerk.WorkAsync(run);
        page = screens.Render<ImportPage>(p => p.Add(i => i.Id, run));
        page.WaitForAssertion(() => page.Find(".notice.ok").TextContent.ShouldContain("2 条记录恢复到导入前"));
    }

    [Fact]
    public async Task A_file_that_breaks_off_says_where_and_offers_another()
    {
        await using var clerk = await Clerk.HireAsync(platform);
        await using var screens = new PlatformScreens(clerk.Visitor, platform.Now);
        var run = await clerk.OrderAsync(Clerk.Dealers(3) + "\nN9998,\"没有关上的引号,北区,上海,上海,4S店");
        await clerk.CheckAsync(run);
        await clerk.WorkAsync(run);

        var page = screens.Render<ImportPage>(p => p.Add(i => i.Id, run));

        page.WaitForElement(".notice.bad").TextContent.ShouldContain("5");
        page.FindAll("a[href='/app/imports?new=dealers']").ShouldNotBeEmpty();
        page.Find(".steps [aria-current=step]").ClassList.ShouldContain("bad");
    }

    [Fact]
    public async Task A_cell_that_both_sides_changed_shows_three_texts_and_is_overwritten_only_when_told()
    {
        await using var clerk = await Clerk.HireAsync(platform);
        await using var screens = new PlatformScreens(clerk.Visitor, platform.Now);
        var stamp = System.Text.Json.JsonSerializer.Serialize(new RowStamp(clerk.Town.First.Id, "1", new Dictionary<string, string> { ["code"] = "D1", ["name"] = "导出时的名字" }));
        var run = await clerk.CheckedAsync($"经销商代码,经销商名称,AutoPortal\nD1,文件里的名字,\"{stamp.Replace("\"", "\"\"", StringComparison.Ordinal)}\"");
        var page = screens.Render<ImportPage>(p => p.Add(i => i.Id, run));

        page.WaitForAssertion(() => page.Find(".detail .conflict").TextContent.ShouldContain("两边都改过"));
        string[] texts = ["导出时的名字", "测试D1店", "文件里的名字"];
        texts.ShouldAllBe(t => page.Find(".detail .conflict").TextContent.Contains(t));
        await page.Find("input[name=conflicts]").ChangeAsync(true);
        await page.FindAll("button").Single(b => b.TextContent.Trim().StartsWith("写入")).ClickAsync(new());
        await clerk.WorkAsync(run);

        (await clerk.Visitor.Get<Platform.Organisation.DealerQueries>().FindAsync(clerk.Town.First.Id, default))!.Description.Name.ShouldBe("文件里的名字");
    }

    private static string Figure(IRenderedComponent<ImportPage> page, string outcome) => page.Find($".one[data-outcome={outcome}] .big-figure").TextContent;
}
