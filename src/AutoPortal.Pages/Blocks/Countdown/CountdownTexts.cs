namespace AutoPortal.Pages.Blocks.Countdown;

/// <summary>Words of this kind.</summary>
internal sealed class CountdownTexts;
