using System.ComponentModel.DataAnnotations;
using AutoPortal.Pages.Blocks.Shared;
using AutoPortal.Pages.Contracts;

namespace AutoPortal.Pages.Blocks.Video;

/// <summary>A film of our own host that starts when somebody asks for it.</summary>
public sealed record VideoBlock : Block
{
    public LocalText? Title { get; init; }

    /// <summary>Path of a film on this host; anything else counts as no film, and the poster stands alone.</summary>
    [Link, StringLength(500)]
    public string? Film { get; init; }

    public BlockPicture? Poster { get; init; } = new() { Drawing = "drive" };

    public LocalText? Caption { get; init; }

    [Choices(Ratios.Wide, Ratios.Classic, Ratios.Square, Ratios.Tall), Look]
    public string Ratio { get; init; } = Ratios.Wide;
}
