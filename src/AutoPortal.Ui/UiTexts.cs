namespace AutoPortal.Ui;

/// <summary>Names the resources of the shared components.</summary>
public sealed class UiTexts;
