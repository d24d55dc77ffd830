using AutoPortal.Pages.Contracts;
using Microsoft.Extensions.DependencyInjection;

namespace AutoPortal.Pages.Blocks.DealerList;

internal sealed class DealerListKind : IGenericBlock
{
    public int Place => 130;

    public void Add(IServiceCollection services) => services.AddBlock<DealerListBlock, DealerListView>("dealer_list", new BlockHints
    {
        Group = BlockGroups.Vehicle,
        Icon = "store",
        Texts = typeof(DealerListTexts),
    });
}
