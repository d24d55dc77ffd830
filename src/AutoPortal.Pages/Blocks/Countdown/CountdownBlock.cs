using AutoPortal.Pages.Contracts;

namespace AutoPortal.Pages.Blocks.Countdown;

/// <summary>How long it lasts. The server writes the moment itself, which stays true in a cached page; the script makes it run.</summary>
public sealed record CountdownBlock : Block
{
    public LocalText Label { get; init; } = new("距报名截止", "Sign-up closes in");

    /// <summary>The moment; absent, the block is not shown.</summary>
    public DateTimeOffset? EndsAt { get; init; }
}
