using AutoPortal.Pages.Blocks.Shared;
using AutoPortal.Pages.Contracts;

namespace AutoPortal.Pages.Blocks.Hero;

/// <summary>The first screen: a large picture, what it is about and the facts that decide.</summary>
public sealed record HeroBlock : Block
{
    public LocalText? Badge { get; init; }

    public LocalText Title { get; init; } = new("在这里写下活动的名字", "Name your campaign");

    public LocalText? Subtitle { get; init; }

    public BlockPicture? Picture { get; init; } = new() { Drawing = "drive" };

    /// <summary>At most four are shown.</summary>
    public IReadOnlyList<Fact> Facts { get; init; } = [];
}
