namespace AutoPortal.Pages.Blocks.Carousel;

/// <summary>Words of this kind.</summary>
internal sealed class CarouselTexts;
