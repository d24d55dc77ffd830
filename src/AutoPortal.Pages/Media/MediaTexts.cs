namespace AutoPortal.Pages.Media;

/// <summary>Words of the media library.</summary>
internal sealed class MediaTexts;
