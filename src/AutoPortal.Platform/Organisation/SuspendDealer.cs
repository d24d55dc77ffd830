using AutoPortal.Kernel.Outcomes;

namespace AutoPortal.Platform.Organisation;

/// <summary>Closes a dealer for a while: it keeps people and leads, and gets no new ones.</summary>
internal sealed class SuspendDealer(DealerDesk desk)
{
    /// <param name="dealerId">The dealer.</param>
    /// <param name="reason">What people read.</param>
    /// <param name="untilOn">First day on which it is open again; null for until further notice.</param>
    /// <param name="ct">Cancels before the change.</param>
    public Task<Outcome> RunAsync(Guid dealerId, string reason, DateOnly? untilOn, CancellationToken ct)
        => desk.ActAsync(dealerId, (dealer, today) => dealer.Suspend(reason, untilOn, today), ct);
}
