using AutoPortal.Kernel.Outcomes;

namespace AutoPortal.Platform.Organisation;

/// <summary>Takes back a move whose day has not come.</summary>
internal sealed class CallOffMove(DealerDesk desk)
{
    public Task<Outcome> RunAsync(Guid dealerId, CancellationToken ct) => desk.ActAsync(dealerId, (dealer, today) => dealer.CallOffMove(today), ct);
}
