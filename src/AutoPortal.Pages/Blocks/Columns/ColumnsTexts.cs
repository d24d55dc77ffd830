namespace AutoPortal.Pages.Blocks.Columns;

/// <summary>Words of this kind.</summary>
internal sealed class ColumnsTexts;
