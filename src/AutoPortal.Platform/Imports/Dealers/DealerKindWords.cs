using AutoPortal.Platform.Domain;

namespace AutoPortal.Platform.Imports.Dealers;

/// <summary>How files write what a dealer is. Source: domain language §1 T3, and the ways in which dealers write it.</summary>
internal static class DealerKindWords
{
    /// <returns>The word that exports use first, the stored word last.</returns>
    public static IReadOnlyList<string> Of(string kind) => kind switch
    {
        DealerKind.FourS => ["4S店", "4S", "四S店", "4S 店", kind],
        DealerKind.Exclusive => ["专营店", "专卖店", kind],
        DealerKind.Direct => ["直营店", "直营", kind],
        DealerKind.ExperienceCenter => ["体验中心", "体验店", kind],
        DealerKind.DeliveryCenter => ["交付中心", kind],
        DealerKind.ServiceStation => ["服务站", "售后服务站", "服务中心", kind],
        DealerKind.RepairShop => ["汽修店", "维修店", kind],
        _ => [kind],
    };
}
