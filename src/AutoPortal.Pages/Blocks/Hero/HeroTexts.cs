namespace AutoPortal.Pages.Blocks.Hero;

/// <summary>Words of this kind.</summary>
internal sealed class HeroTexts;
