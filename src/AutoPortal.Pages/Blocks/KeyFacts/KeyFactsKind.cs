using AutoPortal.Pages.Contracts;
using Microsoft.Extensions.DependencyInjection;

namespace AutoPortal.Pages.Blocks.KeyFacts;

internal sealed class KeyFactsKind : IGenericBlock
{
    public int Place => 20;

    public void Add(IServiceCollection services) => services.AddBlock<KeyFactsBlock, KeyFactsView>("key_facts", new BlockHints
    {
        Group = BlockGroups.Content,
        Icon = "block-facts",
        Texts = typeof(KeyFactsTexts),
    });
}
