namespace AutoPortal.Pages.Blocks.StickyAction;

/// <summary>Words of this kind.</summary>
internal sealed class StickyActionTexts;
