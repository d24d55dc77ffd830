namespace AutoPortal.Leads.Domain;

/// <summary>When the person means to buy, as asked on forms and written in files.</summary>
internal enum PurchaseWindow
{
    Within7Days,
    Within15Days,
    Within1Month,
    Within3Months,
    Within6Months,
    Within1Year,
    Over1Year,
}

internal static class PurchaseWindows
{
    private static readonly Dictionary<PurchaseWindow, string[]> Words = new()
    {
        // First the stored word, then what files of dealers and media write.
        [PurchaseWindow.Within7Days] = ["within_7_days", "7d", "7天内", "一周内", "1周内"],
        [PurchaseWindow.Within15Days] = ["within_15_days", "15d", "15天内", "半个月内"],
        [PurchaseWindow.Within1Month] = ["within_1_month", "1m", "1个月内", "一个月内", "30天内"],
        [PurchaseWindow.Within3Months] = ["within_3_months", "3m", "3个月内", "三个月内", "90天内"],
        [PurchaseWindow.Within6Months] = ["within_6_months", "6m", "6个月内", "半年内"],
        [PurchaseWindow.Within1Year] = ["within_1_year", "1y", "1年内", "一年内"],
        [PurchaseWindow.Over1Year] = ["over_1_year", "over_1y", "1年以上", "一年以上"],
    };

    private static readonly Dictionary<string, PurchaseWindow> Values = Words
        .SelectMany(w => w.Value, (w, word) => (word, w.Key))
        .ToDictionary(w => w.word, w => w.Key, StringComparer.OrdinalIgnoreCase);

    public static string Word(this PurchaseWindow window) => Words[window][0];

    /// <returns>Null where nothing, or nothing known, is written.</returns>
    public static PurchaseWindow? Find(string? written)
        => written is not null && Values.TryGetValue(written.Trim(), out var window) ? window : null;
}
