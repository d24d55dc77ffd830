using System.ComponentModel.DataAnnotations;
using AutoPortal.Pages.Contracts;

namespace AutoPortal.Pages.Blocks.Steps;

/// <summary>How it goes, one step after the other.</summary>
public sealed record StepsBlock : Block
{
    public LocalText? Title { get; init; } = new("三步完成试驾", "Three steps to your drive");

    [Most(8)]
    public IReadOnlyList<Step> Steps { get; init; } =
    [
        new() { Title = new("在线报名", "Sign up") },
        new() { Title = new("顾问联系", "We call you") },
        new() { Title = new("到店试驾", "Come and drive") },
    ];
}

/// <summary>One step.</summary>
public sealed record Step
{
    [Required]
    public LocalText Title { get; init; } = "";

    [LongText]
    public LocalText? Text { get; init; }
}
