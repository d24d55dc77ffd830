using AutoPortal.Kernel.Outcomes;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Platform.Contracts;
using AutoPortal.Platform.Directories;
using AutoPortal.Platform.Domain;

namespace AutoPortal.Platform.People;

/// <summary>Where the person at work may place others: within their own reach, and at a dealer unless they see all of the tenant.</summary>
internal sealed class MemberSeats(OrganisationMemory memory, CurrentScope scope)
{
    public async Task<Refusal?> WhyNotAsync(Seat seat, CancellationToken ct)
    {
        if (!MayPlaceAt(seat))
        {
            return Refusal.NotAllowed;
        }

        var tree = (await memory.GetAsync(scope.TenantId, ct)).Tree;
        return seat.NodeId is not { } node ? null
            : seat.Reach is MembershipReach.Region ? Known(tree.Regions.Any(r => r.Id == node && !r.IsClosed))
            : seat.Reach is MembershipReach.SubRegion ? Known(tree.SubRegions.Any(s => s.Id == node && !s.IsClosed))
            : tree.Dealers.FirstOrDefault(d => d.Id == node) is not { } dealer ? PlatformRefusals.UnknownNode
            : dealer.State == "left" ? PlatformRefusals.DealerHasLeft
            : null;
    }

    private static Refusal? Known(bool isKnown) => isKnown ? null : PlatformRefusals.UnknownNode;

    private bool MayPlaceAt(Seat seat) => scope.SeesAllDealers || (seat.IsAtDealer && seat.NodeId is { } dealer && scope.DealerIds.Contains(dealer));
}
