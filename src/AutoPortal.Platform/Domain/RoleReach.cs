using AutoPortal.Kernel.Outcomes;
using AutoPortal.Platform.Contracts;

namespace AutoPortal.Platform.Domain;

/// <summary>Where in the tree a role is at home. Source: domain language §1 T2, §17.</summary>
internal static class RoleReach
{
    private static readonly Dictionary<string, MembershipReach[]> ByTemplate = new(StringComparer.Ordinal)
    {
        [RoleTemplate.PlatformAdmin] = [MembershipReach.Tenant],
        [RoleTemplate.CampaignOperator] = [MembershipReach.Tenant],
        [RoleTemplate.RegionalManager] = [MembershipReach.Region, MembershipReach.SubRegion],
        [RoleTemplate.DealerManager] = [MembershipReach.Dealer],
        [RoleTemplate.DealerMarketing] = [MembershipReach.Dealer],
        [RoleTemplate.SalesAdvisor] = [MembershipReach.Own],
        [RoleTemplate.DccCaller] = [MembershipReach.Own],
    };

    /// <summary>Reaches of a template, the usual one first.</summary>
    public static IReadOnlyList<MembershipReach> Of(string template) => ByTemplate.GetValueOrDefault(template, [MembershipReach.Tenant]);

    /// <summary>Whether the role sits at a dealer.</summary>
    public static bool IsAtDealer(string template) => Of(template)[0] is MembershipReach.Dealer or MembershipReach.Own;

    public static Refusal? WhyNot(string template, Seat seat)
        => seat.Reach is MembershipReach.Tenant == seat.NodeId is null && Of(template).Contains(seat.Reach) ? null : PlatformRefusals.RoleNotThere;
}
