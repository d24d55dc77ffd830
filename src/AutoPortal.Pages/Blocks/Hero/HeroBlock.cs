using System.ComponentModel.DataAnnotations;
using AutoPortal.Pages.Blocks.Shared;
using AutoPortal.Pages.Contracts;

namespace AutoPortal.Pages.Blocks.Hero;

/// <summary>The first screen: a large picture, what it is about and the facts that decide.</summary>
public sealed record HeroBlock : Block
{
    public LocalText? Badge { get; init; }

    [Required]
    public LocalText Title { get; init; } = new("在这里写下活动的名字", "Name your campaign");

    [LongText]
    public LocalText? Subtitle { get; init; }

    public BlockPicture? Picture { get; init; } = new() { Drawing = "drive" };

    /// <summary>At most four are shown.</summary>
    [Most(4)]
    public IReadOnlyList<Fact> Facts { get; init; } = [];
}
