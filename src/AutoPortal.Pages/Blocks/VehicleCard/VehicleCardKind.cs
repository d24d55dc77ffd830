using AutoPortal.Pages.Contracts;
using Microsoft.Extensions.DependencyInjection;

namespace AutoPortal.Pages.Blocks.VehicleCard;

internal sealed class VehicleCardKind : IGenericBlock
{
    public int Place => 100;

    public void Add(IServiceCollection services) => services.AddBlock<VehicleCardBlock, VehicleCardView>("vehicle_card", new BlockHints
    {
        Group = BlockGroups.Vehicle,
        Icon = "car",
        Texts = typeof(VehicleCardTexts),
    });
}
