using AutoPortal.Kernel.Outcomes;

namespace AutoPortal.Leads.Work;

/// <summary>Notes that the person agreed to come.</summary>
internal sealed class InviteLead(LeadDesk desk)
{
    public Task<Outcome> RunAsync(Guid leadId, DateTimeOffset plannedAt, CancellationToken ct)
        => desk.ActAsync(LeadsPermissions.Work, leadId, null, (_, lead, act) => lead.Invite(plannedAt, act), ct);
}
