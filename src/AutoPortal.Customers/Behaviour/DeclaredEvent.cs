namespace AutoPortal.Customers.Behaviour;

/// <summary>The contract of an event: its name, its version and what it may carry.</summary>
internal sealed record DeclaredEvent(string Name, short Version, IReadOnlyList<EventField> Fields)
{
    /// <summary>Fields whose texts, joined by a colon, it is counted by.</summary>
    public IReadOnlyList<string> SubjectFields { get; init; } = [];

    /// <summary>The field that is summed up, or null.</summary>
    public string? AmountField { get; init; }
}

/// <summary>What the script of our own pages tells.</summary>
internal static class HouseEvents
{
    public const string PageView = "page_view";
    public const string BlockExposure = "block_exposure";
    public const string Dwell = "dwell";
    public const string Click = "click";
    public const string FormStep = "form_step";

    private const long LongestDay = 86_400_000;

    public static readonly IReadOnlyList<DeclaredEvent> All =
    [
        new(PageView, 1, [new("source"), new("lang", Max: 10)]),
        new(BlockExposure, 1, []),
        new(Dwell, 1, [new("ms", EventField.Integer, IsRequired: true, LongestDay)]) { AmountField = "ms" },
        new(Click, 1, [new("target", IsRequired: true), new("kind") { Choices = ["link", "button"] }]) { SubjectFields = ["target"] },
        new(FormStep, 1, [new("step", IsRequired: true) { Choices = ["start", "field", "submit", "success"] }, new("field", Max: 40)]) { SubjectFields = ["step", "field"] },
    ];
}
