using AutoPortal.Kernel.Outcomes;
using AutoPortal.Leads.Work;

namespace AutoPortal.Leads.Cleaning;

/// <summary>A manager's audit finds that an invalid lead is worth a dealer's time (domain language §4.6): it waits in HQ's list, and the manager's words stay in its history.</summary>
internal sealed class OverturnInvalid(LeadDesk desk)
{
    public Task<Outcome> RunAsync(Guid leadId, string reason, CancellationToken ct)
        => desk.ActAsync(LeadsPermissions.Dispatch, leadId, reason, (_, lead, act) => act.Reason is null ? LeadRefusals.ReasonIsMissing : lead.OverturnInvalid(act), ct);
}
