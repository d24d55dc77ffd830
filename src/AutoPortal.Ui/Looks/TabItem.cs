namespace AutoPortal.Ui.Looks;

/// <summary>A tab.</summary>
/// <param name="Key">In the address.</param>
/// <param name="Text">In the person's language.</param>
/// <param name="Count">How much is behind it; null shows nothing.</param>
public sealed record TabItem(string Key, string Text, int? Count = null);
