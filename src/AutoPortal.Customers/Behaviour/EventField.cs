namespace AutoPortal.Customers.Behaviour;

/// <summary>A field that an event may carry in <c>props</c>.</summary>
/// <param name="Name">In snake_case.</param>
/// <param name="Type"><see cref="Text"/>, <see cref="Integer"/> or <see cref="Truth"/>.</param>
/// <param name="IsRequired">Whether the event is nothing without it.</param>
/// <param name="Max">Longest text, or greatest number; numbers begin at 0.</param>
internal sealed record EventField(string Name, string Type = EventField.Text, bool IsRequired = false, long Max = 60)
{
    public const string Text = "text";
    public const string Integer = "integer";
    public const string Truth = "boolean";

    public static readonly string[] Types = [Text, Integer, Truth];

    /// <summary>The only texts that it may hold; empty for any.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];
}
