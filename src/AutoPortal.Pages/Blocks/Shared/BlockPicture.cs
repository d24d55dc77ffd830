using System.ComponentModel.DataAnnotations;
using AutoPortal.Pages.Contracts;

namespace AutoPortal.Pages.Blocks.Shared;

/// <summary>A picture of a block: one of our drawings, or a file of our own host.</summary>
public sealed record BlockPicture
{
    /// <summary>Code of a drawing, such as <c>drive</c>.</summary>
    [ChoicesFrom(DrawingChoices.Code)]
    public string? Drawing { get; init; }

    /// <summary>Path of a file on this host, beginning with one slash; anything else counts as no picture.</summary>
    [Link, StringLength(500)]
    public string? Src { get; init; }

    /// <summary>What it shows; empty where it is ornament.</summary>
    public LocalText? Alt { get; init; }

    /// <summary>Pixels of the file, for its ratio.</summary>
    [Range(1, 20_000)]
    public int Width { get; init; } = 4;

    /// <summary>Pixels of the file, for its ratio.</summary>
    [Range(1, 20_000)]
    public int Height { get; init; } = 3;

    /// <summary>The point that stays in sight when the picture is cut, in hundredths from the left.</summary>
    [Range(0, 100), Look]
    public int FocusX { get; init; } = 50;

    /// <summary>The same from the top.</summary>
    [Range(0, 100), Look]
    public int FocusY { get; init; } = 50;

    /// <summary>Colour of the car in the drawing.</summary>
    [Choices("pearl", "ink", "sand", "jade", "coral", "sky", "plum"), Look]
    public string? Paint { get; init; }
}
