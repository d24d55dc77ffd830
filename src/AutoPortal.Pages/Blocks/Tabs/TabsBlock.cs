using AutoPortal.Pages.Contracts;

namespace AutoPortal.Pages.Blocks.Tabs;

/// <summary>Several parts in one place, one seen at a time. Radio buttons do the work, so it needs no script.</summary>
public sealed record TabsBlock : Block
{
    public LocalText? Title { get; init; }
}

/// <summary>One part of <see cref="TabsBlock"/>.</summary>
public sealed record TabBlock : Block
{
    public LocalText Title { get; init; } = new("页签", "Tab");
}
