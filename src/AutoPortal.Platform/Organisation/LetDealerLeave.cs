using AutoPortal.Kernel.Outcomes;
using AutoPortal.Platform.Data;
using AutoPortal.Platform.Domain;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Platform.Organisation;

/// <summary>A dealer leaves the network on a day: its people end with it, its leads go to the successor or back to headquarters.</summary>
internal sealed class LetDealerLeave(DealerDesk desk, TimeProvider clock)
{
    /// <param name="dealerId">The dealer.</param>
    /// <param name="leftOn">First day without it, today or ahead.</param>
    /// <param name="reason">What people read.</param>
    /// <param name="successorId">An open dealer of the same brand; null where its leads return to headquarters.</param>
    /// <param name="ct">Cancels before the change.</param>
    public Task<Outcome> RunAsync(Guid dealerId, DateOnly leftOn, string reason, Guid? successorId, CancellationToken ct)
        => desk.ActAsync(dealerId, null, async (db, dealer, today) =>
        {
            if (successorId is { } successor && successor != dealer.Id && !await CanTakeOverAsync(db, dealer, successor, leftOn, ct))
            {
                return PlatformRefusals.SuccessorCannotTakeOver;
            }

            if (await db.Dealers.AnyAsync(d => d.SuccessorId == dealer.Id && d.State != DealerState.Left && d.LeftOn >= leftOn, ct))
            {
                // Its leads would come to a dealer that is gone.
                return PlatformRefusals.IsSuccessorItself;
            }

            if (dealer.Leave(leftOn, reason, successorId, today) is { } refusal)
            {
                return refusal;
            }

            await db.FinishAsync(dealer, clock.GetUtcNow(), ct);
            return null;
        }, ct);

    /// <summary>It stays after all, as long as the day has not come.</summary>
    public Task<Outcome> CallOffAsync(Guid dealerId, CancellationToken ct) => desk.ActAsync(dealerId, (dealer, today) => dealer.CallOffLeaving(today), ct);

    private static async Task<bool> CanTakeOverAsync(PlatformDb db, Dealer dealer, Guid successorId, DateOnly leftOn, CancellationToken ct)
        => await db.Dealers.AsNoTracking().SingleOrDefaultAsync(d => d.Id == successorId, ct) is { } successor
            && successor.BrandId == dealer.BrandId && successor.IsActiveOn(leftOn) && successor.LeftOn is null;
}
