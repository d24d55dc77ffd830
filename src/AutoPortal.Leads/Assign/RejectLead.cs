using AutoPortal.Kernel.Outcomes;
using AutoPortal.Leads.Work;

namespace AutoPortal.Leads.Assign;

/// <summary>A dealer gives a lead back to HQ, and says why.</summary>
internal sealed class RejectLead(LeadDesk desk)
{
    public Task<Outcome> RunAsync(Guid leadId, string reason, CancellationToken ct)
        => desk.ActAsync(LeadsPermissions.Assign, leadId, reason, (_, lead, act) => lead.Reject(act), ct);
}
