using AutoPortal.Pages.Contracts;
using Microsoft.Extensions.DependencyInjection;

namespace AutoPortal.Pages.Blocks.Rules;

internal sealed class RulesKind : IGenericBlock
{
    public int Place => 410;

    public void Add(IServiceCollection services) => services.AddBlock<RulesBlock, RulesView>("rules", new BlockHints
    {
        Group = BlockGroups.Page,
        Icon = "block-rules",
        Texts = typeof(RulesTexts),
    });
}
