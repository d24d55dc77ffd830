namespace AutoPortal.Ui.Grid;

/// <summary>A value that a list can be narrowed to.</summary>
/// <param name="Value">As the server and the address know it.</param>
/// <param name="Text">In the person's language.</param>
public sealed record FilterOption(string Value, string Text);
