using AutoPortal.Kernel.Scopes;
using AutoPortal.Platform.Contracts;
using AutoPortal.Platform.Domain;

namespace AutoPortal.Platform.Scopes;

/// <summary>How far a membership sees in today's tree.</summary>
/// <param name="Reach">How far.</param>
/// <param name="NodeId">The region, sub-region or dealer at its top; null for all of the tenant.</param>
/// <param name="DealerIds">The dealers below the node; empty for all of the tenant.</param>
internal sealed record ReachInTree(Reach Reach, Guid? NodeId, IReadOnlyList<Guid> DealerIds)
{
    public static ReachInTree Of(MembershipReach reach, Guid? nodeId, OrganisationTree tree) => reach switch
    {
        MembershipReach.Tenant => new(Reach.Tenant, null, []),
        MembershipReach.Region or MembershipReach.SubRegion => new(Reach.Region, nodeId, Below(nodeId, tree)),
        MembershipReach.Dealer => new(Reach.Dealer, nodeId, Below(nodeId, tree)),
        _ => new(Reach.Own, nodeId, Below(nodeId, tree)),
    };

    /// <summary>The same person looking at one node alone; null where the node is not inside the reach.</summary>
    public ReachInTree? NarrowedTo(Guid nodeId, OrganisationTree tree)
    {
        var below = Below(nodeId, tree);
        if (Reach is Reach.Own || below.Count == 0 || nodeId == NodeId || (Reach is not Reach.Tenant && below.Except(DealerIds).Any()))
        {
            return null;
        }

        return new(tree.Dealers.Any(d => d.Id == nodeId) ? Reach.Dealer : Reach.Region, nodeId, below);
    }

    private static List<Guid> Below(Guid? nodeId, OrganisationTree tree)
        => [.. tree.Dealers.Where(d => d.Id == nodeId || d.RegionId == nodeId || d.SubRegionId == nodeId).Select(d => d.Id)];
}
