using AutoPortal.Pages.Contracts;

namespace AutoPortal.Pages.Blocks.Shared;

/// <summary>One thing to know before deciding: what, when, where, what I get.</summary>
public sealed record Fact
{
    /// <summary>Icon code, such as <c>calendar</c>.</summary>
    public string Icon { get; init; } = "info";

    /// <summary>Short name.</summary>
    public LocalText Label { get; init; } = "";

    /// <summary>The fact itself.</summary>
    public LocalText Text { get; init; } = "";
}
