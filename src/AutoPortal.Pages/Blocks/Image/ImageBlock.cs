using System.ComponentModel.DataAnnotations;
using AutoPortal.Pages.Blocks.Shared;
using AutoPortal.Pages.Contracts;

namespace AutoPortal.Pages.Blocks.Image;

/// <summary>One picture, cut to a shape around the point that must stay in sight.</summary>
public sealed record ImageBlock : Block
{
    public BlockPicture? Picture { get; init; } = new() { Drawing = "roadtrip" };

    public LocalText? Caption { get; init; }

    [Link, StringLength(500)]
    public string? Href { get; init; }

    /// <summary>One of <see cref="Ratios"/>, or <c>natural</c> for the picture's own.</summary>
    [Choices(Natural, Ratios.Banner, Ratios.Wide, Ratios.Classic, Ratios.Square, Ratios.Tall), Look]
    public string Ratio { get; init; } = Ratios.Wide;

    /// <summary>From edge to edge, without margin or round corners.</summary>
    [Look]
    public bool IsEdgeToEdge { get; init; }

    internal const string Natural = "natural";
}
