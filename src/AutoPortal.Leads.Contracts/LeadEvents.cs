using AutoPortal.Kernel.Messaging;

namespace AutoPortal.Leads.Contracts;

/// <summary>A person's enquiry became a lead; cleaned, kept for nurturing, or found invalid.</summary>
/// <param name="LeadId">The lead.</param>
/// <param name="CustomerId">The One-ID, where one is known.</param>
/// <param name="BrandId">The brand.</param>
/// <param name="SignUpId">The sign-up it came from, or null.</param>
/// <param name="ActivityId">The activity it came from, or null.</param>
/// <param name="State">Stored word, such as <c>cleaned</c> (domain language §4.6).</param>
/// <param name="InvalidReason">Such as <c>blocked</c>; null where the lead is valid.</param>
/// <param name="Level">Letter, such as <c>B</c> (domain language §4.2).</param>
/// <param name="Heat"><c>hot</c>, <c>warm</c> or <c>cold</c>.</param>
/// <param name="Source">Dotted source code of up to three levels.</param>
/// <param name="TraceId">The trace of the person's act, or null.</param>
/// <param name="At">UTC.</param>
[EventType("leads.lead_created")]
public sealed record LeadCreated(
    Guid LeadId,
    Guid? CustomerId,
    Guid BrandId,
    Guid? SignUpId,
    Guid? ActivityId,
    string State,
    string? InvalidReason,
    string Level,
    string Heat,
    string Source,
    string? TraceId,
    DateTimeOffset At) : IntegrationEvent
{
    /// <summary>One lead's events keep their order.</summary>
    public override string AggregateKey => LeadId.ToString("N");
}

/// <summary>The person of an open lead enquired again: the lead took it in, state and owner stayed.</summary>
/// <param name="LeadId">The lead.</param>
/// <param name="CustomerId">The One-ID, where one is known.</param>
/// <param name="BrandId">The brand.</param>
/// <param name="DealerId">The dealer that holds it, or null for HQ.</param>
/// <param name="AdvisorId">Its owner, or null.</param>
/// <param name="SignUpId">The sign-up it came from, or null.</param>
/// <param name="ActivityId">The activity it came from, or null.</param>
/// <param name="ActivityTitle">As of the act, or null.</param>
/// <param name="EnquiryCount">Enquiries the lead took in by now.</param>
/// <param name="Heat"><c>hot</c>, <c>warm</c> or <c>cold</c>, this enquiry counted.</param>
/// <param name="Source">Dotted source code of the new enquiry.</param>
/// <param name="TraceId">The trace of the person's act, or null.</param>
/// <param name="At">UTC.</param>
[EventType("leads.lead_enquired_again")]
public sealed record LeadEnquiredAgain(
    Guid LeadId,
    Guid? CustomerId,
    Guid BrandId,
    Guid? DealerId,
    Guid? AdvisorId,
    Guid? SignUpId,
    Guid? ActivityId,
    string? ActivityTitle,
    int EnquiryCount,
    string Heat,
    string Source,
    string? TraceId,
    DateTimeOffset At) : IntegrationEvent
{
    /// <summary>One lead's events keep their order.</summary>
    public override string AggregateKey => LeadId.ToString("N");
}

/// <summary>HQ gave a lead to a dealer.</summary>
/// <param name="LeadId">The lead.</param>
/// <param name="CustomerId">The One-ID, where one is known.</param>
/// <param name="BrandId">The brand.</param>
/// <param name="DealerId">The dealer.</param>
/// <param name="RegionId">大区 of the dealer, as of the act.</param>
/// <param name="SubRegionId">小区 of the dealer, as of the act.</param>
/// <param name="Rule">Which rule decided, such as <c>same_city</c> (domain language §4.7).</param>
/// <param name="AcceptBy">Until when the dealer must have assigned it.</param>
/// <param name="At">UTC.</param>
[EventType("leads.lead_dispatched")]
public sealed record LeadDispatched(
    Guid LeadId,
    Guid? CustomerId,
    Guid BrandId,
    Guid DealerId,
    Guid? RegionId,
    Guid? SubRegionId,
    string Rule,
    DateTimeOffset AcceptBy,
    DateTimeOffset At) : IntegrationEvent
{
    /// <summary>One lead's events keep their order.</summary>
    public override string AggregateKey => LeadId.ToString("N");
}

/// <summary>A lead has an advisor, who owes the person a first contact.</summary>
/// <param name="LeadId">The lead.</param>
/// <param name="CustomerId">The One-ID, where one is known.</param>
/// <param name="BrandId">The brand.</param>
/// <param name="DealerId">The dealer that holds it.</param>
/// <param name="AdvisorId">The new owner's account.</param>
/// <param name="Rule">Which rule decided, such as <c>rotation</c> or <c>by_hand</c>.</param>
/// <param name="NameMask">First character of the person's name and asterisks, for notices.</param>
/// <param name="PhoneMask">Such as <c>138****1234</c>.</param>
/// <param name="Level">Letter, such as <c>B</c>.</param>
/// <param name="ActivityTitle">What the person last signed up at, or null.</param>
/// <param name="FirstContactBy">Until when the person must have been reached.</param>
/// <param name="TraceId">The trace of the person's act, or null.</param>
/// <param name="At">UTC.</param>
[EventType("leads.lead_assigned")]
public sealed record LeadAssigned(
    Guid LeadId,
    Guid? CustomerId,
    Guid BrandId,
    Guid DealerId,
    Guid AdvisorId,
    string Rule,
    string NameMask,
    string PhoneMask,
    string Level,
    string? ActivityTitle,
    DateTimeOffset FirstContactBy,
    string? TraceId,
    DateTimeOffset At) : IntegrationEvent
{
    /// <summary>One lead's events keep their order.</summary>
    public override string AggregateKey => LeadId.ToString("N");
}

/// <summary>Somebody contacted the person, or tried to.</summary>
/// <param name="LeadId">The lead.</param>
/// <param name="CustomerId">The One-ID, where one is known.</param>
/// <param name="BrandId">The brand.</param>
/// <param name="DealerId">The dealer that holds it.</param>
/// <param name="By">Who did it.</param>
/// <param name="Channel">Stored word, such as <c>call</c>.</param>
/// <param name="Result">Stored word, such as <c>reached</c>.</param>
/// <param name="IsValid">The person was reached, or a two-way message exists.</param>
/// <param name="IsFirst">The first valid contact of this owner.</param>
/// <param name="State">Stored word of the lead's state afterwards.</param>
/// <param name="Level">Letter, afterwards.</param>
/// <param name="NextContactAt">When the next contact is due.</param>
/// <param name="At">UTC.</param>
[EventType("leads.lead_followed_up")]
public sealed record LeadFollowedUp(
    Guid LeadId,
    Guid? CustomerId,
    Guid BrandId,
    Guid? DealerId,
    Guid? By,
    string Channel,
    string Result,
    bool IsValid,
    bool IsFirst,
    string State,
    string Level,
    DateTimeOffset NextContactAt,
    DateTimeOffset At) : IntegrationEvent
{
    /// <summary>One lead's events keep their order.</summary>
    public override string AggregateKey => LeadId.ToString("N");
}
