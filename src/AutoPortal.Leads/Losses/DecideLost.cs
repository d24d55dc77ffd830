using AutoPortal.Kernel.Outcomes;
using AutoPortal.Leads.Work;

namespace AutoPortal.Leads.Losses;

/// <summary>Approves a loss, or sends the lead back to work with a reason.</summary>
internal sealed class DecideLost(LeadDesk desk)
{
    public Task<Outcome> RunAsync(Guid leadId, bool isApproved, string? reason, CancellationToken ct)
        => desk.ActAsync(LeadsPermissions.DecideLost, leadId, reason, (_, lead, act) => lead.DecideLost(isApproved, act), ct);
}
