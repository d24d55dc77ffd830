namespace AutoPortal.Pages.Blocks.Gallery;

/// <summary>Words of this kind.</summary>
internal sealed class GalleryTexts;
