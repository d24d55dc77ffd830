using AutoPortal.Pages.Contracts;

namespace AutoPortal.Pages.Blocks.Faq;

/// <summary>Questions that people ask, with answers to unfold.</summary>
public sealed record FaqBlock : Block
{
    public LocalText? Title { get; init; } = new("常见问题", "Questions and answers");

    public IReadOnlyList<Question> Questions { get; init; } = [];
}

/// <summary>One question.</summary>
public sealed record Question
{
    public LocalText Ask { get; init; } = "";

    public LocalText Answer { get; init; } = "";
}
