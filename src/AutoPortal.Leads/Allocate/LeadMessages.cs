using AutoPortal.Leads.Contracts;
using AutoPortal.Leads.Domain;

namespace AutoPortal.Leads.Allocate;

/// <summary>What the module tells others about a lead, as of now.</summary>
internal static class LeadMessages
{
    public static LeadCreated Created(Lead lead, TouchFacts touch, Act act)
        => new(lead.Id, lead.CustomerId, lead.BrandId, touch.SignUpId, touch.ActivityId, lead.State.Word(), lead.InvalidReason, lead.Level.ToString(), StoredWord<HeatBand>.Of(lead.Heat), lead.FirstSource, touch.TraceId, act.At);

    public static LeadEnquiredAgain EnquiredAgain(Lead lead, TouchFacts touch, Act act)
        => new(lead.Id, lead.CustomerId, lead.BrandId, lead.DealerId, lead.OwnerId, touch.SignUpId, touch.ActivityId, touch.ActivityTitle, lead.EnquiryCount, StoredWord<HeatBand>.Of(lead.Heat), lead.LastSource, touch.TraceId, act.At);

    public static LeadAssigned Assigned(Lead lead, Guid dealerId, Guid advisorId, AllocationRule rule, Act act)
        => new(lead.Id, lead.CustomerId, lead.BrandId, dealerId, advisorId, StoredWord<AllocationRule>.Of(rule), lead.NameMask, lead.PhoneMask, lead.Level.ToString(), lead.LastActivityTitle, lead.FirstContactDueAt!.Value, lead.TraceId, act.At);

    public static LeadFollowedUp FollowedUp(Lead lead, FollowUp followUp, bool isFirst)
        => new(lead.Id, lead.CustomerId, lead.BrandId, lead.DealerId, followUp.By, StoredWord<ContactChannel>.Of(followUp.Channel), StoredWord<ContactResult>.Of(followUp.Result), followUp.IsValid, isFirst, lead.State.Word(), lead.Level.ToString(), followUp.NextContactAt!.Value, followUp.At);
}
