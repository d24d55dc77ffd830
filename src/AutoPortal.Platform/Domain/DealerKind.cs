namespace AutoPortal.Platform.Domain;

/// <summary>Stored words for what a dealer is. Source: domain language §1 T3.</summary>
internal static class DealerKind
{
    public const string FourS = "four_s";
    public const string Exclusive = "exclusive";
    public const string Direct = "direct";
    public const string ExperienceCenter = "experience_center";
    public const string DeliveryCenter = "delivery_center";
    public const string ServiceStation = "service_station";
    public const string RepairShop = "repair_shop";

    public static IReadOnlyList<string> All { get; } = [FourS, Exclusive, Direct, ExperienceCenter, DeliveryCenter, ServiceStation, RepairShop];
}
