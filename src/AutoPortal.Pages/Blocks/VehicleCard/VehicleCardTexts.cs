namespace AutoPortal.Pages.Blocks.VehicleCard;

/// <summary>Words of this kind.</summary>
internal sealed class VehicleCardTexts;
