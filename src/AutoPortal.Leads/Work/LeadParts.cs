using AutoPortal.Kernel.Scopes;
using AutoPortal.Leads.Domain;

namespace AutoPortal.Leads.Work;

/// <summary>In which part the person at work acts on a lead (last column of domain language §4.6).</summary>
internal static class LeadParts
{
    /// <summary>The owner is the advisor, whatever else the person may; a person without a part gets none, which every step refuses.</summary>
    public static LeadActor PartOn(this CurrentScope scope, Lead lead)
        => scope.Reach is Reach.System ? LeadActor.System
            : lead.OwnerId is { } owner && owner == scope.UserId && scope.May(LeadsPermissions.Work) ? LeadActor.Advisor
            : scope.Reach is Reach.Dealer && scope.May(LeadsPermissions.Assign) ? LeadActor.DealerManager
            : scope.Reach is Reach.Tenant && scope.May(LeadsPermissions.Dispatch) ? LeadActor.Hq
            : scope.Reach is Reach.Dealer or Reach.Own && scope.May(LeadsPermissions.Work) ? LeadActor.DccCaller
            : LeadActor.None;

    public static Act ActOn(this CurrentScope scope, Lead lead, TimeProvider clock, string? reason = null)
        => new(scope.UserId, scope.PartOn(lead), clock.GetUtcNow(), string.IsNullOrWhiteSpace(reason) ? null : reason.Trim());
}
