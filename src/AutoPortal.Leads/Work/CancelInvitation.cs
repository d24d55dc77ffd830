using AutoPortal.Kernel.Outcomes;

namespace AutoPortal.Leads.Work;

/// <summary>Notes that the person will not come as planned.</summary>
internal sealed class CancelInvitation(LeadDesk desk)
{
    public Task<Outcome> RunAsync(Guid leadId, string? reason, CancellationToken ct)
        => desk.ActAsync(LeadsPermissions.Work, leadId, reason, (_, lead, act) => lead.CancelInvitation(act), ct);
}
