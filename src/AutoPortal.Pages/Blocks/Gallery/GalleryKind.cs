using AutoPortal.Pages.Contracts;
using Microsoft.Extensions.DependencyInjection;

namespace AutoPortal.Pages.Blocks.Gallery;

internal sealed class GalleryKind : IGenericBlock
{
    public int Place => 50;

    public void Add(IServiceCollection services) => services.AddBlock<GalleryBlock, GalleryView>("gallery", new BlockHints
    {
        Group = BlockGroups.Content,
        Icon = "block-gallery",
        Texts = typeof(GalleryTexts),
    });
}
