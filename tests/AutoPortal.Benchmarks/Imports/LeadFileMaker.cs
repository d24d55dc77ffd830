using System.Globalization;
using AutoPortal.Kernel.Workbooks;

namespace AutoPortal.Benchmarks.Imports;

/// <summary>Makes large files as dealers and media send them: unique people, and of every so many rows one without a name, one without consent, one with a bad number, one that asks again, one with an unknown word.</summary>
internal static class LeadFileMaker
{
    private static readonly string[] Headings = ["姓名", "手机号", "意向车型", "省份", "城市", "一级来源", "二级来源", "购车时间", "预算(万)", "意向经销商代码", "同意联系", "提交时间"];
    private static readonly string[] Windows = ["7天内", "15天内", "3个月内", "半年内", "1年以上", ""];
    private static readonly (string Province, string City)[] Cities = [("上海", "上海"), ("浙江", "杭州"), ("江苏", "苏州"), ("广东", "广州"), ("北京", "北京"), ("四川", "成都")];
    private static readonly (string First, string Second)[] Sources = [("垂媒", "汽车之家"), ("新媒体", "抖音"), ("活动", "试驾活动"), ("官方平台", "官网")];
    private const string Surnames = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨";
    private const string Names = "明红伟芳娜敏静丽强磊军洋勇艳杰娟涛超秀霞平刚";

    /// <param name="path">The workbook.</param>
    /// <param name="rows">Its rows.</param>
    /// <param name="ct">Cancels.</param>
    /// <param name="oneFaultIn">Of so many rows, five have one of the faults each.</param>
    /// <param name="from">Number of the first row: files with other numbers hold other people.</param>
    public static async Task WriteAsync(string path, int rows, CancellationToken ct, int oneFaultIn = 20, int from = 0)
    {
        await using var file = new FileStream(path, FileMode.Create);
        await using var book = await WorkbookWriter.CreateAsync(file, new WorkbookFacts("线索", "bench", DateTimeOffset.UnixEpoch), ct);
        await book.BeginSheetAsync(new SheetLayout("线索", [.. Headings.Select(h => new ColumnLayout(h))]), ct);
        var dice = new Random(rows);
        for (var n = from; n < from + rows; n++)
        {
            foreach (var cell in Row(n, n % oneFaultIn, n - from >= oneFaultIn, dice))
            {
                book.Write(cell);
            }

            await book.EndRowAsync(ct);
        }

        await book.FinishAsync(ct);
    }

    private static IEnumerable<string> Row(int n, int fault, bool hasEarlier, Random dice)
    {
        // Steps of a prime, so that the numbers of neighbours are far from each other and none comes twice.
        var phone = string.Create(CultureInfo.InvariantCulture, $"1{3 + n % 3 * 2}{(fault == 3 && hasEarlier ? n - 9 : n) * 7_368_787L % 1_000_000_000:D9}");
        var (province, city) = Cities[dice.Next(Cities.Length)];
        var (first, second) = Sources[dice.Next(Sources.Length)];
        return
        [
            fault == 0 ? "" : $"{Surnames[dice.Next(Surnames.Length)]}{Names[dice.Next(Names.Length)]}{Names[dice.Next(Names.Length)]}",
            fault == 2 ? "1380013800" : phone,
            fault == 4 ? "云海 S3" : dice.Next(4) == 0 ? "" : "辰星 E9",
            province,
            city,
            first,
            second,
            Windows[dice.Next(Windows.Length)],
            dice.Next(3) == 0 ? "" : "15-20",
            dice.Next(2) == 0 ? "" : $"CX00{1 + dice.Next(8)}1",
            fault == 1 ? "否" : "是",
            string.Create(CultureInfo.InvariantCulture, $"2026-0{1 + dice.Next(9)}-{1 + dice.Next(28):D2} {dice.Next(24):D2}:{n % 60:D2}:{n / 60 % 60:D2}"),
        ];
    }
}
