namespace AutoPortal.Ui.Gallery;

/// <summary>Names the resources of the gallery.</summary>
public sealed class GalleryTexts;
