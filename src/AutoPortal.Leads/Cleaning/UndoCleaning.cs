using AutoPortal.Kernel.Outcomes;
using AutoPortal.Leads.Domain;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Leads.Cleaning;

/// <summary>An act of a clerk on one lead, as far as it can be taken back.</summary>
/// <param name="Before">What stood there before.</param>
/// <param name="VersionAfter">The row as the act left it.</param>
internal sealed record ClerkStep(Guid LeadId, ClerkMemento Before, uint VersionAfter);

/// <summary>Takes the last act of a clerk back: what was written stands there again, calls noted since are withdrawn, and the rules say what they say of it.</summary>
internal sealed class UndoCleaning(CleaningWork work, Recleaning recleaning)
{
    public Task<Outcome> RunAsync(ClerkStep step, CancellationToken ct)
        => work.ActAsync(step.LeadId, "undone", async (db, lead, act) =>
        {
            // Merged, or at a dealer: it has left the clerk's hands.
            if (!lead.CanBeCleanedAgain)
            {
                return LeadRefusals.CannotBeUndone;
            }

            if (db.Entry(lead).Property<uint>("Version").CurrentValue != step.VersionAfter)
            {
                return Refusal.ChangedMeanwhile;
            }

            var calls = await db.VerificationCalls.Where(c => c.LeadId == lead.Id && c.WithdrawnAt == null).OrderByDescending(c => c.At).ThenByDescending(c => c.Id).Take(lead.CallCount - step.Before.CallCount).ToListAsync(ct);
            calls.ForEach(call => call.Withdraw(act));
            lead.PutBack(step.Before);
            await recleaning.RunAsync(db, [lead], act, ct);
            return null;
        }, ct);
}
