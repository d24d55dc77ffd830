using System.ComponentModel.DataAnnotations;
using AutoPortal.Pages.Contracts;

namespace AutoPortal.Pages.Blocks.Notice;

/// <summary>One thing that must not be overlooked.</summary>
public sealed record NoticeBlock : Block
{
    [Required, LongText]
    public LocalText Text { get; init; } = new("在这里写下提示。", "Write the notice here.");

    /// <summary><c>info</c> or <c>warning</c>.</summary>
    [Choices("info", "warning"), Look]
    public string Tone { get; init; } = "info";
}
