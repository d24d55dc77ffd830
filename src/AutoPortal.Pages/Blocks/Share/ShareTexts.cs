namespace AutoPortal.Pages.Blocks.Share;

/// <summary>Words of this kind.</summary>
internal sealed class ShareTexts;
