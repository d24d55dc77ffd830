namespace AutoPortal.Pages.Blocks.Image;

/// <summary>Words of this kind.</summary>
internal sealed class ImageTexts;
