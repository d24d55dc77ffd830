namespace AutoPortal.Pages.Blocks.Footer;

/// <summary>Words of this kind.</summary>
internal sealed class FooterTexts;
