namespace AutoPortal.Pages.Blocks.RichText;

/// <summary>Words of this kind.</summary>
internal sealed class RichTextTexts;
