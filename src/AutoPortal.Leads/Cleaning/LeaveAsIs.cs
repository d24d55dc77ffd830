using AutoPortal.Kernel.Outcomes;
using AutoPortal.Leads.Domain;

namespace AutoPortal.Leads.Cleaning;

/// <summary>A clerk has looked at what is marked, and leaves it as it is.</summary>
internal sealed class LeaveAsIs(CleaningWork work)
{
    public Task<Outcome> RunAsync(Guid leadId, CancellationToken ct)
        => work.ActAsync(leadId, null, (_, lead, _) =>
        {
            if (lead.State is LeadState.Invalid)
            {
                return Task.FromResult<Refusal?>(LeadRefusals.InvalidCannotStay);
            }

            lead.LeaveQueue();
            return Task.FromResult<Refusal?>(null);
        }, ct);
}
