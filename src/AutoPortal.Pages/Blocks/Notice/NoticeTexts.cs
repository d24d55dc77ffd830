namespace AutoPortal.Pages.Blocks.Notice;

/// <summary>Words of this kind.</summary>
internal sealed class NoticeTexts;
