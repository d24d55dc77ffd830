using AutoPortal.Kernel.Outcomes;
using AutoPortal.Platform.Domain;

namespace AutoPortal.Platform.Organisation;

/// <summary>Changes what a dealer is and how it trades.</summary>
internal sealed class EditDealer(DealerDesk desk, TradeRules rules)
{
    /// <param name="dealerId">The dealer.</param>
    /// <param name="version">What the person read; whoever saved since then is not overwritten.</param>
    /// <param name="description">All of it.</param>
    /// <param name="trade">All of it.</param>
    /// <param name="ct">Cancels before the change.</param>
    public Task<Outcome> RunAsync(Guid dealerId, uint version, DealerDescription description, DealerTrade trade, CancellationToken ct)
        => desk.ActAsync(dealerId, version, async (db, dealer, _) => dealer.Describe(description) ?? await rules.WhyNotAsync(db, dealer.BrandId, trade, ct) ?? dealer.Trade(trade), ct);
}
