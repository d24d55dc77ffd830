using AutoPortal.Pages.Contracts;
using Microsoft.Extensions.DependencyInjection;

namespace AutoPortal.Pages.Blocks.Carousel;

internal sealed class CarouselKind : IGenericBlock
{
    public int Place => 25;

    public void Add(IServiceCollection services) => services.AddBlock<CarouselBlock, CarouselView>("carousel", new BlockHints
    {
        Group = BlockGroups.Content,
        Icon = "block-carousel",
        Texts = typeof(CarouselTexts),
    });
}
