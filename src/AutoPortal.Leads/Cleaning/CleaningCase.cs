using AutoPortal.Leads.Domain;

namespace AutoPortal.Leads.Cleaning;

/// <summary>A lead in the clerk's list.</summary>
/// <param name="Why">Code of the first thing that is wrong.</param>
internal sealed record QueueRow(Guid Id, string Name, string PhoneMask, string? Why, DateTimeOffset CreatedAt);

/// <summary>One answer: as written, as mended, and as the rules read it.</summary>
internal sealed record AnswerLine(string Field, string? Written, string? Mended, string? Read, bool IsUnknown);

/// <summary>Another lead of the same number.</summary>
internal sealed record SamePerson(Guid Id, string Name, LeadState State, string? Dealer, string Source, DateTimeOffset CreatedAt, bool CanTakeIn);

/// <summary>A word that is not known, what it may mean, and how many leads wait with it.</summary>
internal sealed record OpenWord(string Field, string Word, IReadOnlyList<WordCode> Suggestions, int Waiting);

/// <summary>A call to verify the number.</summary>
internal sealed record CallRow(DateTimeOffset At, string? By, bool WasAnswered, bool IsWithdrawn);

/// <summary>Everything a clerk needs about one lead.</summary>
internal sealed record CleaningCase(
    Guid Id, string Name, string PhoneMask, bool CanReveal, LeadState State, CleaningQueue? Queue, string? InvalidReason, int MissedCalls, bool IsVerified, bool CanBeCleaned,
    IReadOnlyList<string> Flags, IReadOnlyList<CleaningStep> Steps, IReadOnlyList<AnswerLine> Answers, OpenWord? Unknown, IReadOnlyList<SamePerson> SamePersons)
{
    /// <summary>Latest first.</summary>
    public IReadOnlyList<CallRow> Calls { get; init; } = [];

    /// <summary>The person at work may overturn the verdict.</summary>
    public bool CanOverturn { get; init; }

    /// <summary>What an act may have to put back.</summary>
    public required ClerkMemento Before { get; init; }
}
