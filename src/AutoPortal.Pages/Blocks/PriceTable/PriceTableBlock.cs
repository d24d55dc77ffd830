using System.ComponentModel.DataAnnotations;
using AutoPortal.Pages.Contracts;

namespace AutoPortal.Pages.Blocks.PriceTable;

/// <summary>Trims side by side with their prices and what sets them apart.</summary>
public sealed record PriceTableBlock : Block
{
    public LocalText? Title { get; init; } = new("价格与配置", "Prices and equipment");

    [LongText]
    public LocalText? Intro { get; init; }

    [Most(4)]
    public IReadOnlyList<Trim> Trims { get; init; } =
    [
        new() { Name = new("舒享版", "Comfort"), PriceFen = 16_980_000 },
        new() { Name = new("尊享版", "Premium"), PriceFen = 18_980_000, Badge = new("推荐", "Our tip") },
    ];

    [Most(40)]
    public IReadOnlyList<TrimRow> Rows { get; init; } =
    [
        new() { Label = new("全景天窗", "Panoramic roof"), First = TrimRow.Yes, Second = TrimRow.Yes },
        new() { Label = new("座椅加热", "Heated seats"), First = new("前排", "Front"), Second = new("前后排", "All") },
        new() { Label = new("高阶辅助驾驶", "Driving assistant"), First = TrimRow.No, Second = TrimRow.Yes },
    ];

    /// <summary>Small print below, such as what the prices include.</summary>
    [LongText]
    public LocalText? Note { get; init; } = new("以上为全国统一指导价，实际以门店为准。", "National guide prices; your dealer's offer applies.");
}

/// <summary>One trim.</summary>
public sealed record Trim
{
    [Required]
    public LocalText Name { get; init; } = "";

    public LocalText? Badge { get; init; }

    [Fen, Range(0, 10_000_000_000)]
    public long? PriceFen { get; init; }
}

/// <summary>One thing compared; a cell of <c>+</c> is a tick, <c>-</c> a dash, anything else words.</summary>
public sealed record TrimRow
{
    internal const string Yes = "+";
    internal const string No = "-";

    [Required]
    public LocalText Label { get; init; } = "";

    public LocalText? First { get; init; }

    public LocalText? Second { get; init; }

    public LocalText? Third { get; init; }

    public LocalText? Fourth { get; init; }

    /// <summary>The cell of a trim, counted from 0.</summary>
    public LocalText? Of(int trim) => trim switch { 0 => First, 1 => Second, 2 => Third, _ => Fourth };
}
