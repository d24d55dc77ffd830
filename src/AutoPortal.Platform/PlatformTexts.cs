namespace AutoPortal.Platform;

/// <summary>Names Platform's resources.</summary>
public sealed class PlatformTexts;
