using AutoPortal.Pages.Contracts;
using Microsoft.Extensions.DependencyInjection;

namespace AutoPortal.Pages.Blocks.Image;

internal sealed class ImageKind : IGenericBlock
{
    public int Place => 40;

    public void Add(IServiceCollection services) => services.AddBlock<ImageBlock, ImageView>("image", new BlockHints
    {
        Group = BlockGroups.Content,
        Icon = "block-image",
        Texts = typeof(ImageTexts),
    });
}
