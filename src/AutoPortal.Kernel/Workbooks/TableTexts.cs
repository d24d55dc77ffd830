namespace AutoPortal.Kernel.Workbooks;

/// <summary>The words for every <see cref="TableFault.Code"/>: screens ask <c>IStringLocalizer&lt;TableTexts&gt;</c>.</summary>
public sealed class TableTexts;
