namespace AutoPortal.Pages.Blocks.Video;

/// <summary>Words of this kind.</summary>
internal sealed class VideoTexts;
