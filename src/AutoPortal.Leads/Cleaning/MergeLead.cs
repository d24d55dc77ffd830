using AutoPortal.Kernel.Outcomes;
using AutoPortal.Leads.Domain;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Leads.Cleaning;

/// <summary>A clerk finds that a lead is another one of the same person, which takes its answers and its touch over as when the rules find it.</summary>
internal sealed class MergeLead(CleaningWork work, Recleaning recleaning)
{
    public Task<Outcome> RunAsync(Guid leadId, Guid intoLeadId, CancellationToken ct)
        => work.ActAsync(leadId, null, async (db, lead, act) =>
        {
            if (await db.Leads.SingleOrDefaultAsync(l => l.Id == intoLeadId && l.ErasedAt == null, ct) is not { } into)
            {
                return LeadRefusals.NotFound;
            }

            if (into.PhoneHash != lead.PhoneHash || into.BrandId != lead.BrandId || !into.State.IsOpen())
            {
                return LeadRefusals.NotTheSamePerson;
            }

            return await recleaning.MergeAsync(db, lead, into, act, ct);
        }, ct);
}
