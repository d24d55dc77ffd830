using AutoPortal.Pages.Contracts;
using Microsoft.Extensions.DependencyInjection;

namespace AutoPortal.Pages.Blocks.SeriesShowcase;

internal sealed class SeriesShowcaseKind : IGenericBlock
{
    public int Place => 110;

    public void Add(IServiceCollection services) => services.AddBlock<SeriesShowcaseBlock, SeriesShowcaseView>("series_showcase", new BlockHints
    {
        Group = BlockGroups.Vehicle,
        Icon = "block-cars",
        Texts = typeof(SeriesShowcaseTexts),
    });
}
