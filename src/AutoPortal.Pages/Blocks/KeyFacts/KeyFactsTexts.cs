namespace AutoPortal.Pages.Blocks.KeyFacts;

/// <summary>Words of this kind.</summary>
internal sealed class KeyFactsTexts;
