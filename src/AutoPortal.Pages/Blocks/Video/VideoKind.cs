using AutoPortal.Pages.Contracts;
using Microsoft.Extensions.DependencyInjection;

namespace AutoPortal.Pages.Blocks.Video;

internal sealed class VideoKind : IGenericBlock
{
    public int Place => 60;

    public void Add(IServiceCollection services) => services.AddBlock<VideoBlock, VideoView>("video", new BlockHints
    {
        Group = BlockGroups.Content,
        Icon = "block-video",
        Texts = typeof(VideoTexts),
    });
}
