using AutoPortal.Kernel.Paging;
using AutoPortal.Ui.Exports;
using Bunit;

namespace AutoPortal.Ui.Tests.Exports;

public sealed class ExportDialogTests : UiContext
{
    private readonly Desk _desk = new();

    [Fact]
    public void It_opens_with_the_columns_on_screen_and_says_how_many_rows()
    {
        var dialog = Show();

        dialog.Find("h2").TextContent.ShouldBe("导出「线索」");
        dialog.Markup.ShouldContain("共 12 行");
        dialog.FindAll("input[name^='column.']").Select(box => (box.GetAttribute("name"), box.HasAttribute("checked"))).ShouldBe([("column.name", true), ("column.city", true), ("column.phone", false)]);
        dialog.Find("input[name='column.name']").HasAttribute("disabled").ShouldBeTrue("it names the row");
    }

    [Fact]
    public async Task A_personal_column_asks_for_a_purpose_and_says_that_it_is_masked()
    {
        var dialog = Show();
        dialog.FindAll("textarea").ShouldBeEmpty();

        await dialog.Find("input[name='column.phone']").ChangeAsync(new() { Value = true });

        dialog.Markup.ShouldContain("138****1234");
        await dialog.Find("[data-testid=export-order]").ClickAsync(new());
        dialog.Markup.ShouldContain("请写明用途");
        _desk.Ordered.ShouldBeNull();
        await dialog.Find("textarea").InputAsync(new() { Value = "回访" });
        await dialog.Find("[data-testid=export-order]").ClickAsync(new());
        _desk.Ordered.ShouldNotBeNull().ShouldSatisfyAllConditions(w => w.Columns.ShouldBe(["name", "city", "phone"]), w => w.Reason.ShouldBe("回访"), w => w.IsRevealed.ShouldBeFalse());
    }

    [Fact]
    public async Task It_says_beforehand_that_somebody_must_approve()
    {
        _desk.Offer = _desk.Offer with { RowsLeft = 11 };
        var dialog = Show();
        dialog.Markup.ShouldNotContain("提交审批");

        await dialog.Find("input[name='column.phone']").ChangeAsync(new() { Value = true });

        dialog.Find("[data-testid=export-order]").TextContent.ShouldBe("提交审批");
        dialog.Markup.ShouldContain("还可直接导出 11 行");
    }

    [Fact]
    public async Task Full_numbers_are_offered_only_to_who_may_and_always_wait()
    {
        Show().FindAll("input[name='export.full']").ShouldBeEmpty();
        _desk.Offer = _desk.Offer with { MayReveal = true };
        var dialog = Show();

        await dialog.Find("input[name='column.phone']").ChangeAsync(new() { Value = true });
        await dialog.Find("input[name='export.full']").ChangeAsync(new() { Value = true });

        dialog.Markup.ShouldContain("完整号码须由他人审批后才会导出");
        dialog.Find("[data-testid=export-order]").TextContent.ShouldBe("提交审批");
    }

    [Fact]
    public async Task What_was_ordered_can_be_followed_and_what_was_refused_says_why()
    {
        var dialog = Show();
        _desk.Refusal = "今天的导出太多了";
        await dialog.Find("[data-testid=export-order]").ClickAsync(new());
        dialog.Find("[role=alert]").TextContent.ShouldContain("今天的导出太多了");

        _desk.Refusal = null;
        await dialog.Find("[data-testid=export-order]").ClickAsync(new());

        dialog.Find("[role=status]").TextContent.ShouldContain("已开始导出");
        dialog.Find("a.primary").GetAttribute("href").ShouldBe("/app/exports?export=1");
    }

    private IRenderedComponent<ExportDialog> Show() => Render<ExportDialog>(dialog => dialog
        .Add(d => d.Ask, new ExportAsk("leads", null, PageRequest.First(20), ["name", "city"]))
        .Add(d => d.Desk, _desk));

    private sealed class Desk : IExportDesk
    {
        public ExportOffer Offer { get; set; } = new("线索", 12, [new("name", "姓名", true, true, false, false), new("city", "城市", true, false, false, false), new("phone", "手机号", false, false, true, true)], 1_000, false, false);

        public string? Refusal { get; set; }

        public ExportWish? Ordered { get; private set; }

        public bool Has(string list) => true;

        public Task<ExportOffer> LookAsync(ExportAsk ask, CancellationToken ct) => Task.FromResult(Offer);

        public Task<ExportAnswer> OrderAsync(ExportAsk ask, ExportWish wish, CancellationToken ct)
        {
            Ordered = wish;
            return Task.FromResult(new ExportAnswer(Refusal, false, "/app/exports?export=1"));
        }
    }
}
