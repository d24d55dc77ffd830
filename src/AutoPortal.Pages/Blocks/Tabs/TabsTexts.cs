namespace AutoPortal.Pages.Blocks.Tabs;

/// <summary>Words of this kind.</summary>
internal sealed class TabsTexts;
