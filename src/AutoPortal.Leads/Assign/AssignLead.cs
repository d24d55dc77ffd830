using AutoPortal.Customers.Contracts;
using AutoPortal.Kernel.Outcomes;
using AutoPortal.Leads.Allocate;
using AutoPortal.Leads.Domain;
using AutoPortal.Leads.Work;
using AutoPortal.Platform.Contracts;

namespace AutoPortal.Leads.Assign;

/// <summary>Gives a lead to an advisor of the dealer that holds it.</summary>
internal sealed class AssignLead(LeadDesk desk, LeadAllocation allocation, IAdvisorRoster roster, ICustomerDirectory customers)
{
    public async Task<Outcome> RunAsync(Guid leadId, Guid advisorId, string? reason, CancellationToken ct)
    {
        var market = await allocation.MarketAsync(ct);
        return await desk.ActAsync(LeadsPermissions.Assign, leadId, reason, async (db, lead, act) =>
        {
            if (lead.DealerId is not { } dealerId)
            {
                return LeadRefusals.CannotBeAssignedNow;
            }

            var advisors = await roster.OnDutyAsync([dealerId], act.At, ct);
            if (advisors.FirstOrDefault(a => a.UserId == advisorId && a.DealerId == dealerId) is not { } advisor)
            {
                return LeadRefusals.AdvisorIsNotOfTheDealer;
            }

            if (lead.Assign(advisorId, market.ClocksOf(dealerId).FirstContactBy(act.At, lead.Level, lead.Heat), act) is { } refusal)
            {
                return refusal;
            }

            lead.Explain(AllocationStep.ToAdvisor, new(advisorId, AllocationRule.ByHand, [new(advisorId, advisor.Name, null, [])]), act);
            db.Publish(LeadMessages.Assigned(lead, dealerId, advisorId, AllocationRule.ByHand, act));
            if (lead.CustomerId is { } customer)
            {
                await customers.LinkDealersAsync([new(customer, dealerId, advisorId, "lead")], ct);
            }

            return null;
        }, ct);
    }
}
