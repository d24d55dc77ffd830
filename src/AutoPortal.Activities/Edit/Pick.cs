namespace AutoPortal.Activities.Edit;

/// <summary>Something to tick.</summary>
public sealed record Pick(string Value, string Words);
