using AutoPortal.Kernel.Outcomes;
using AutoPortal.Leads.Allocate;
using AutoPortal.Leads.Domain;
using AutoPortal.Leads.Work;

namespace AutoPortal.Leads.Losses;

/// <summary>Asks the dealer's manager to close a lead as lost.</summary>
internal sealed class ApplyForLost(LeadDesk desk, LeadAllocation allocation)
{
    public async Task<Outcome> RunAsync(Guid leadId, LostReason reason, string evidence, CancellationToken ct)
    {
        var market = await allocation.MarketAsync(ct);
        return await desk.ActAsync(LeadsPermissions.Work, leadId, null, (_, lead, act)
            => lead.ApplyForLost(reason, evidence, market.ClocksOf(lead.DealerId ?? Guid.Empty).DecideLostBy(act.At), act), ct);
    }
}
