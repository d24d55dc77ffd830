using AutoPortal.Pages.Contracts;
using Microsoft.Extensions.DependencyInjection;

namespace AutoPortal.Pages.Blocks.Footer;

internal sealed class FooterKind : IGenericBlock
{
    public int Place => 430;

    public void Add(IServiceCollection services) => services.AddBlock<FooterBlock, FooterView>("footer", new BlockHints
    {
        Group = BlockGroups.Page,
        Icon = "block-footer",
        MostPerPage = 1,
        OnlyOnPage = true,
        Texts = typeof(FooterTexts),
    });
}
