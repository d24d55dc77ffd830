using AutoPortal.Pages.Blocks.Shared;
using AutoPortal.Pages.Contracts;

namespace AutoPortal.Pages.Blocks.KeyFacts;

/// <summary>What, when, where and what I get, as a grid of small cards.</summary>
public sealed record KeyFactsBlock : Block
{
    public LocalText? Title { get; init; }

    [LongText]
    public LocalText? Intro { get; init; }

    [Most(12)]
    public IReadOnlyList<Fact> Facts { get; init; } =
    [
        new() { Icon = "car", Label = new("活动", "What"), Text = new("到店试驾", "A test drive at the dealer") },
        new() { Icon = "calendar", Label = new("时间", "When"), Text = new("本月每天", "Any day this month") },
        new() { Icon = "pin", Label = new("地点", "Where"), Text = new("就近门店", "A dealer near you") },
        new() { Icon = "gift", Label = new("礼遇", "For you"), Text = new("到店好礼", "A gift when you come") },
    ];
}
