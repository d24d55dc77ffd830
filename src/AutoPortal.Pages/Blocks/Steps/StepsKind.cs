using AutoPortal.Pages.Contracts;
using Microsoft.Extensions.DependencyInjection;

namespace AutoPortal.Pages.Blocks.Steps;

internal sealed class StepsKind : IGenericBlock
{
    public int Place => 70;

    public void Add(IServiceCollection services) => services.AddBlock<StepsBlock, StepsView>("steps", new BlockHints
    {
        Group = BlockGroups.Content,
        Icon = "block-steps",
        Texts = typeof(StepsTexts),
    });
}
