using AutoPortal.Kernel.Outcomes;

namespace AutoPortal.Platform.Organisation;

/// <summary>Begins, or returns, today; or moves the planned first day.</summary>
internal sealed class OpenDealer(DealerDesk desk)
{
    public Task<Outcome> RunAsync(Guid dealerId, CancellationToken ct) => desk.ActAsync(dealerId, (dealer, today) => dealer.Open(today), ct);

    public Task<Outcome> PlanAsync(Guid dealerId, DateOnly openingOn, CancellationToken ct) => desk.ActAsync(dealerId, (dealer, today) => dealer.PlanOpening(openingOn, today), ct);
}
