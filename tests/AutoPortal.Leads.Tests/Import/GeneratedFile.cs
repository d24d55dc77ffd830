using System.Globalization;
using AutoPortal.Leads.Intake;

namespace AutoPortal.Leads.Tests.Import;

/// <summary>Rows of few people with every fault and every way to come again, in an order of chance.</summary>
internal static class GeneratedFile
{
    public static IEnumerable<WrittenLead> Of(int seed, int rows)
    {
        var dice = new Random(seed);
        string?[] windows = ["7天内", "15天内", "3个月内", "半年内", "看情况", null];
        string?[] dealers = ["D701", "D702", "D703", "D999", null, null];
        for (var n = 0; n < rows; n++)
        {
            yield return Make.Written() with
            {
                Name = dice.Next(15) == 0 ? null : $"客户{dice.Next(40)}",
                Phone = dice.Next(12) switch
                {
                    0 => "无",
                    1 => "138 0013 8000",
                    2 => null,
                    _ => string.Create(CultureInfo.InvariantCulture, $"1390000{dice.Next(rows / 2):D4}"),
                },
                Consent = dice.Next(12) == 0 ? "否" : "是",
                Window = windows[dice.Next(windows.Length)],
                Dealer = dealers[dice.Next(dealers.Length)],
                City = dice.Next(10) == 0 ? "亚特兰蒂斯" : "广州",
                Series = dice.Next(10) == 0 ? "云海 S3" : "x7",
                Source = dice.Next(15) == 0 ? "口口相传" : "垂媒",
                SubmittedAt = string.Create(CultureInfo.InvariantCulture, $"2026-02-{dice.Next(1, 28):D2} 09:{n % 60:D2}:00"),
            };
        }
    }
}
