using AutoPortal.Kernel;
using AutoPortal.Kernel.Outcomes;

namespace AutoPortal.Platform.Organisation;

/// <summary>Moves a dealer to another region or sub-region from a day on. History stays where it was; access follows the tree of the day.</summary>
internal sealed class MoveDealer(DealerDesk desk, TimeProvider clock)
{
    /// <param name="dealerId">The dealer.</param>
    /// <param name="nodeId">A sub-region, or a region to hang directly under.</param>
    /// <param name="fromOn">First day, today or later.</param>
    /// <param name="ct">Cancels before the change.</param>
    public Task<Outcome> RunAsync(Guid dealerId, Guid nodeId, DateOnly fromOn, CancellationToken ct)
        => desk.ActAsync(dealerId, null, async (db, dealer, today) => await db.FindNodeAsync(nodeId, ct) is { } node && node.Region.BrandId == dealer.BrandId
            ? dealer.Place(Ids.New(clock), node.Region.Id, node.SubRegion?.Id, fromOn, today)
            : PlatformRefusals.UnknownNode, ct);
}
