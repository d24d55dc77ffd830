namespace AutoPortal.Pages;

/// <summary>Words of this module: PagesTexts.resx in Chinese, PagesTexts.en.resx in English.</summary>
public sealed class PagesTexts;
