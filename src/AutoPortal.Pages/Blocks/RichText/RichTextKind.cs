using AutoPortal.Pages.Contracts;
using Microsoft.Extensions.DependencyInjection;

namespace AutoPortal.Pages.Blocks.RichText;

internal sealed class RichTextKind : IGenericBlock
{
    public int Place => 30;

    public void Add(IServiceCollection services) => services.AddBlock<RichTextBlock, RichTextView>("rich_text", new BlockHints
    {
        Group = BlockGroups.Content,
        Icon = "block-text",
        Texts = typeof(RichTextTexts),
    });
}
