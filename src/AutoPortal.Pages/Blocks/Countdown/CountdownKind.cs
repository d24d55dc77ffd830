using AutoPortal.Pages.Contracts;
using Microsoft.Extensions.DependencyInjection;

namespace AutoPortal.Pages.Blocks.Countdown;

internal sealed class CountdownKind : IGenericBlock
{
    public int Place => 230;

    public void Add(IServiceCollection services) => services.AddBlock<CountdownBlock, CountdownView>("countdown", new BlockHints
    {
        Group = BlockGroups.Interaction,
        Icon = "clock",
        Texts = typeof(CountdownTexts),
    });
}
