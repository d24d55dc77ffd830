namespace AutoPortal.Pages.Blocks.Faq;

/// <summary>Words of this kind.</summary>
internal sealed class FaqTexts;
