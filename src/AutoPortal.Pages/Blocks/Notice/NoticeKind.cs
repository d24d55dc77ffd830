using AutoPortal.Pages.Contracts;
using Microsoft.Extensions.DependencyInjection;

namespace AutoPortal.Pages.Blocks.Notice;

internal sealed class NoticeKind : IGenericBlock
{
    public int Place => 90;

    public void Add(IServiceCollection services) => services.AddBlock<NoticeBlock, NoticeView>("notice", new BlockHints
    {
        Group = BlockGroups.Content,
        Icon = "info",
        Texts = typeof(NoticeTexts),
    });
}
