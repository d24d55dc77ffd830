namespace AutoPortal.Pages.Blocks.DealerList;

/// <summary>Words of this kind.</summary>
internal sealed class DealerListTexts;
