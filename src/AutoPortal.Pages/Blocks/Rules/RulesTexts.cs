namespace AutoPortal.Pages.Blocks.Rules;

/// <summary>Words of this kind.</summary>
internal sealed class RulesTexts;
