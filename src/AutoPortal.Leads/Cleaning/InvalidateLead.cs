using AutoPortal.Kernel.Outcomes;
using AutoPortal.Leads.Domain;

namespace AutoPortal.Leads.Cleaning;

/// <summary>A clerk finds a lead worth nobody's time, and says why.</summary>
internal sealed class InvalidateLead(CleaningWork work)
{
    /// <summary>Domain language §4.4, invalid reasons.</summary>
    public static readonly IReadOnlyList<string> Reasons = ["wrong_number", "many_no_answers", "no_intention", "bought_ours", "bought_competitor", "out_of_province", "other_area", "other"];

    public Task<Outcome> RunAsync(Guid leadId, string reason, CancellationToken ct)
        => work.ActAsync(leadId, reason, (_, lead, act) => Task.FromResult(
            !Reasons.Contains(reason) ? LeadRefusals.ReasonIsMissing
                // Invalid already: a clerk's reason takes the rule's place, and the lead leaves the queue.
                : lead.State is LeadState.Invalid ? lead.ConfirmInvalid(reason)
                : lead.Invalidate(reason, act)), ct);
}
