using AutoPortal.Kernel.Outcomes;
using AutoPortal.Leads.Domain;

namespace AutoPortal.Leads.Work;

/// <summary>Judges a lead anew; a downgrade says why.</summary>
internal sealed class ChangeLevel(LeadDesk desk)
{
    public Task<Outcome> RunAsync(Guid leadId, LeadLevel level, string? reason, CancellationToken ct)
        => desk.ActAsync(LeadsPermissions.Work, leadId, reason, (_, lead, act) => lead.Rate(level, act), ct);
}
