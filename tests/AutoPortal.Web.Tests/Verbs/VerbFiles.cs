using System.Globalization;
using System.Text;
using AutoPortal.Kernel.Workbooks;

namespace AutoPortal.Web.Tests.Verbs;

/// <summary>Files of the shapes in which dealers and media send them.</summary>
internal static class VerbFiles
{
    private static readonly string[] LeadHead = ["姓名", "手机号", "意向车型", "省份", "城市", "一级来源", "二级来源", "购车时间", "预算(万)", "意向经销商代码", "同意联系", "提交时间"];

    public static Task DealersAsync(string path) => BookAsync(path,
        ["经销商代码", "经销商名称", "大区", "省份", "城市", "类型", "接收线索"],
        [["CX0011", "上海东城4S店", "华东", "上海", "上海", "4S店", "是"], ["CX0031", "广州东城4S店", "华南", "广东", "广州", "4S店", "是"], ["CX0101", "西安东城4S店", "西部", "陕西", "西安", "4S店", "否"]]);

    public static Task BlocklistAsync(string path)
        => File.WriteAllTextAsync(path, "手机号,原因\n13800138000,热线或测试号码\n13888888888,热线或测试号码\n", new UTF8Encoding(true));

    /// <summary>Of every ten rows: seven good ones, one without a name, one without consent, one blocked; behind them two bad numbers and one that comes again.</summary>
    public static Task LeadsAsync(string path, int tens, int from = 0)
    {
        var rows = Enumerable.Range(from * 10, tens * 10).Select(n => Lead(n, n % 10 == 7 ? "" : $"客户{n}", n % 10 == 9 ? "13800138000" : null, n % 10 == 8 ? "否" : "是")).ToList();
        rows.Add(Lead(-1, "某人", "1380013800", "是"));
        rows.Add(Lead(-1, "某人", "无", "是"));
        rows.Add(Lead(from * 10, "再来一次", null, "是"));
        return BookAsync(path, LeadHead, rows);
    }

    private static string[] Lead(int n, string name, string? phone, string consent)
        => [name, phone ?? string.Create(CultureInfo.InvariantCulture, $"139-{n / 10_000:D4}-{n % 10_000:D4}"), "辰星 E9", "上海", "上海", "垂媒", "汽车之家", "3个月内", "15-20", "CX0011", consent, "2026-03-01 09:00:00"];

    private static async Task BookAsync(string path, IReadOnlyList<string> head, IEnumerable<string[]> rows)
    {
        await using var file = new FileStream(path, FileMode.Create);
        await using var book = await WorkbookWriter.CreateAsync(file, new WorkbookFacts("表", "test", DateTimeOffset.UnixEpoch), default);
        await book.BeginSheetAsync(new SheetLayout("表", [.. head.Select(h => new ColumnLayout(h))]), default);
        foreach (var row in rows)
        {
            foreach (var cell in row)
            {
                book.Write(cell);
            }

            await book.EndRowAsync(default);
        }

        await book.FinishAsync(default);
    }
}
