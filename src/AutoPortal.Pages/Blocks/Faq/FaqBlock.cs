using System.ComponentModel.DataAnnotations;
using AutoPortal.Pages.Contracts;

namespace AutoPortal.Pages.Blocks.Faq;

/// <summary>Questions that people ask, with answers to unfold.</summary>
public sealed record FaqBlock : Block
{
    public LocalText? Title { get; init; } = new("常见问题", "Questions and answers");

    [Most(40)]
    public IReadOnlyList<Question> Questions { get; init; } =
    [
        new() { Ask = new("参加要收费吗？", "Does it cost anything?"), Answer = new("不收费。", "No, it is free.") },
        new() { Ask = new("需要带什么？", "What do I bring?"), Answer = new("请带本人有效驾驶证。", "Your valid driving licence.") },
    ];
}

/// <summary>One question.</summary>
public sealed record Question
{
    [Required]
    public LocalText Ask { get; init; } = "";

    [Required, LongText]
    public LocalText Answer { get; init; } = "";
}
