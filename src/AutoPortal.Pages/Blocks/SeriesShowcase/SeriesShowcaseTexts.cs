namespace AutoPortal.Pages.Blocks.SeriesShowcase;

/// <summary>Words of this kind.</summary>
internal sealed class SeriesShowcaseTexts;
