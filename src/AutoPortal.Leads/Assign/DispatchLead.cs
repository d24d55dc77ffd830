using AutoPortal.Kernel.Outcomes;
using AutoPortal.Leads.Allocate;
using AutoPortal.Leads.Domain;
using AutoPortal.Leads.Work;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Leads.Assign;

/// <summary>HQ gives a lead from its list to a dealer; an advisor there is chosen as for any other.</summary>
internal sealed class DispatchLead(LeadDesk desk, LeadAllocation allocation)
{
    public async Task<Outcome> RunAsync(Guid leadId, Guid dealerId, string? reason, CancellationToken ct)
    {
        var market = await allocation.MarketAsync(ct);
        return await desk.ActAsync(LeadsPermissions.Dispatch, leadId, reason, async (db, lead, act) =>
        {
            if (!LeadTransitions.Has(lead.State, LeadTrigger.Dispatch))
            {
                return LeadRefusals.NotNow(lead.State, LeadTrigger.Dispatch);
            }

            if (LeadTransitions.Find(lead.State, LeadTrigger.Dispatch, act.As) is null)
            {
                return Refusal.NotAllowed;
            }

            if (market.Dealer(dealerId) is not { IsActive: true, AcceptsLeads: true } dealer || dealer.BrandId != lead.BrandId)
            {
                return LeadRefusals.DealerTakesNoLeads;
            }

            var run = await allocation.BeginAsync(db, market, act.At, ct);
            var ofSamePerson = await db.Leads.Where(l => l.PhoneHash == lead.PhoneHash).OrderByDescending(l => l.Id).ToListAsync(ct);
            run.ToDealerByHand(lead, dealer, ofSamePerson, act);
            await run.ToAdvisorsAsync(act.At, ct);
            return null;
        }, ct);
    }
}
