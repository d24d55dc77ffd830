namespace AutoPortal.Pages.Blocks.Steps;

/// <summary>Words of this kind.</summary>
internal sealed class StepsTexts;
