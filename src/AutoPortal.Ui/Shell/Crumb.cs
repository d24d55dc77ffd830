namespace AutoPortal.Ui.Shell;

/// <summary>A step on the way to a screen.</summary>
public sealed record Crumb(string Title, string Href);
