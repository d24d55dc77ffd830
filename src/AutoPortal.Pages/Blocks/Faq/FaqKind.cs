using AutoPortal.Pages.Contracts;
using Microsoft.Extensions.DependencyInjection;

namespace AutoPortal.Pages.Blocks.Faq;

internal sealed class FaqKind : IGenericBlock
{
    public int Place => 80;

    public void Add(IServiceCollection services) => services.AddBlock<FaqBlock, FaqView>("faq", new BlockHints
    {
        Group = BlockGroups.Content,
        Icon = "help",
        Texts = typeof(FaqTexts),
    });
}
