using AutoPortal.Pages.Contracts;
using Microsoft.Extensions.DependencyInjection;

namespace AutoPortal.Pages.Blocks.Hero;

internal sealed class HeroKind : IGenericBlock
{
    public int Place => 10;

    public void Add(IServiceCollection services) => services.AddBlock<HeroBlock, HeroView>("hero", new BlockHints
    {
        Group = BlockGroups.Content,
        Icon = "block-hero",
        MostPerPage = 1,
        OnlyOnPage = true,
        Texts = typeof(HeroTexts),
    });
}
