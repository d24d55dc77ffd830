using AutoPortal.Pages.Blocks.Shared;
using AutoPortal.Pages.Contracts;

namespace AutoPortal.Pages.Blocks.Gallery;

/// <summary>Pictures to swipe through.</summary>
public sealed record GalleryBlock : Block
{
    public LocalText? Title { get; init; }

    [LongText]
    public LocalText? Intro { get; init; }

    [Most(24)]
    public IReadOnlyList<Shot> Shots { get; init; } = [new() { Picture = new() { Drawing = "drive" } }];
}

/// <summary>One picture with its line.</summary>
public sealed record Shot
{
    public BlockPicture? Picture { get; init; }

    public LocalText? Caption { get; init; }
}
