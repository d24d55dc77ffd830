using AutoPortal.Leads.Domain;

namespace AutoPortal.Leads.Card;

/// <summary>Everything a lead's card shows but its history.</summary>
/// <param name="Name">In full at the dealer; first sign and asterisks for HQ and regions.</param>
/// <param name="Steps">What the person at work may do now, as stored words of triggers.</param>
/// <param name="Levels">Levels that may be judged, each with the days that may be planned then.</param>
/// <param name="Cleaning">The visible steps of cleaning, in order.</param>
/// <param name="ToDealer">The last choice of a dealer, or null.</param>
/// <param name="ToAdvisor">The last choice of an advisor, or null.</param>
internal sealed record LeadCard(
    Guid Id,
    Guid BrandId,
    Guid? CustomerId,
    string Name,
    string PhoneMask,
    string State,
    DateTimeOffset StateSince,
    string Level,
    string Heat,
    decimal HeatScore,
    string? SeriesCode,
    string? Window,
    bool HasBudget,
    string? Province,
    string? City,
    string? District,
    string FirstSource,
    string LastSource,
    string? ActivityTitle,
    int EnquiryCount,
    IReadOnlyList<string> Flags,
    string? InvalidReason,
    Guid? DealerId,
    string? DealerName,
    Guid? OwnerId,
    string? OwnerName,
    DateTimeOffset CreatedAt,
    DateTimeOffset? AssignedAt,
    DateTimeOffset? FirstContactAt,
    DateTimeOffset? LastFollowUpAt,
    DateTimeOffset? DueAt,
    bool IsOverdue,
    DateTimeOffset? VisitPlannedAt,
    LostReason? Lost,
    string? LostEvidence,
    string? TraceId,
    IReadOnlyList<string> Steps,
    bool CanFollowUp,
    bool CanReveal,
    IReadOnlyList<LevelDays> Levels,
    IReadOnlyList<CleaningStep> Cleaning,
    AllocationView? ToDealer,
    AllocationView? ToAdvisor);

/// <summary>The days that may be planned at a level.</summary>
internal sealed record LevelDays(string Level, DateOnly First, DateOnly Last, DateTimeOffset Default);

/// <summary>Why this dealer or advisor.</summary>
internal sealed record AllocationView(string Rule, Guid? ChosenId, IReadOnlyList<Candidate> Candidates, int SkippedElsewhere, DateTimeOffset At);

/// <summary>One line of a lead's history, newest first.</summary>
/// <param name="Kind"><c>move</c>, <c>touch</c>, <c>follow_up</c>, <c>level</c> or <c>allocation</c>.</param>
/// <param name="What">Stored word: the trigger, the source, the result, the new level or the rule.</param>
/// <param name="From">State or level before, or null.</param>
/// <param name="To">State or level afterwards, or null.</param>
/// <param name="Text">Reason, note or activity title, or null.</param>
/// <param name="ByName">Who, or null where the house acted.</param>
internal sealed record HistoryLine(string Kind, DateTimeOffset At, int Number, string What, string? From, string? To, string? Text, Guid? By, string? ByName);
