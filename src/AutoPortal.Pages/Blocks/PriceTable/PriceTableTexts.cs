namespace AutoPortal.Pages.Blocks.PriceTable;

/// <summary>Words of this kind.</summary>
internal sealed class PriceTableTexts;
