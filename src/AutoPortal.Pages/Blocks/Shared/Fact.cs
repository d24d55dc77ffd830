using AutoPortal.Pages.Contracts;

namespace AutoPortal.Pages.Blocks.Shared;

/// <summary>One thing to know before deciding: what, when, where, what I get.</summary>
public sealed record Fact
{
    /// <summary>Icon code, such as <c>calendar</c>.</summary>
    [Choices("calendar", "pin", "gift", "car", "clock", "phone", "shield", "check", "ticket", "bolt", "people", "star", "info"), Look]
    public string Icon { get; init; } = "info";

    /// <summary>Short name.</summary>
    public LocalText Label { get; init; } = "";

    /// <summary>The fact itself.</summary>
    [LongText]
    public LocalText Text { get; init; } = "";
}
