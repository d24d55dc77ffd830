using System.Collections.Frozen;

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
    private static readonly FrozenDictionary<PurchaseWindow, string> Stored = new Dictionary<PurchaseWindow, string>
    {
        [PurchaseWindow.Within7Days] = "within_7_days",
        [PurchaseWindow.Within15Days] = "within_15_days",
        [PurchaseWindow.Within1Month] = "within_1_month",
        [PurchaseWindow.Within3Months] = "within_3_months",
        [PurchaseWindow.Within6Months] = "within_6_months",
        [PurchaseWindow.Within1Year] = "within_1_year",
        [PurchaseWindow.Over1Year] = "over_1_year",
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, PurchaseWindow> Values = FactFile.Read<WindowFile>("purchase-windows.json").Windows
        .SelectMany(w => w.Value.Prepend(w.Key), (w, word) => (word, window: Read(w.Key)))
        .ToFrozenDictionary(w => w.word, w => w.window, StringComparer.OrdinalIgnoreCase);

    /// <summary>One word of files for each, shortest first.</summary>
    public static readonly IReadOnlyList<string> FileWords = [.. FactFile.Read<WindowFile>("purchase-windows.json").Windows.Values.Select(words => words[1])];

    private static readonly FrozenDictionary<PurchaseWindow, string> InFiles = FactFile.Read<WindowFile>("purchase-windows.json").Windows
        .ToFrozenDictionary(w => Read(w.Key), w => w.Value[1]);

    /// <summary>As templates offer it and exports write it.</summary>
    public static string FileWord(this PurchaseWindow window) => InFiles[window];

    public static string Word(this PurchaseWindow window) => Stored[window];

    /// <returns>Null where nothing, or nothing known, is written.</returns>
    public static PurchaseWindow? Find(string? written)
        => written is not null && Values.TryGetValue(written.Trim(), out var window) ? window : null;

    private static PurchaseWindow Read(string stored) => Stored.Single(w => w.Value == stored).Key;

    private sealed record WindowFile(string Source, DateOnly Updated, Dictionary<string, string[]> Windows);
}
