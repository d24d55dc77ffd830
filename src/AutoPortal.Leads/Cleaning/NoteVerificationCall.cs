using AutoPortal.Kernel.Outcomes;
using AutoPortal.Leads.Domain;

namespace AutoPortal.Leads.Cleaning;

/// <summary>A call to verify a number (domain language §4.4, rule 7): an answer proves it; as many misses as the tenant says make it unreachable.</summary>
internal sealed class NoteVerificationCall(CleaningWork work, Recleaning recleaning)
{
    public Task<Outcome> RunAsync(Guid leadId, bool wasAnswered, CancellationToken ct)
        => work.ActAsync(leadId, wasAnswered ? "call_answered" : "call_missed", async (db, lead, act) =>
        {
            if (!lead.CanBeCleanedAgain || lead.PhoneHash.Length == 0)
            {
                return LeadRefusals.NotNow(lead.State, LeadTrigger.Clean);
            }

            db.Add(lead.NoteVerificationCall(wasAnswered, act));
            await recleaning.RunAsync(db, [lead], act, ct);
            return null;
        }, ct);
}
