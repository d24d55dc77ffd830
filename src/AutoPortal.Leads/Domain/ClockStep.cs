namespace AutoPortal.Leads.Domain;

/// <summary>What happens when a limit of §4.8 is broken; the stored words stand in <c>clock_breaches</c>.</summary>
internal enum ClockStep
{
    AcceptReminder,
    AcceptToRegion,
    AcceptRecall,
    ContactHalf,
    ContactLate,
    ContactReassign,
    ContactRecall,
    PlanMissed,
    VisitMissed,
    LostToRegion,
}

/// <summary>A step and the first moment at which it is due.</summary>
/// <param name="Since">What the clock started from: the same limit broken again after a new start is a new breach.</param>
internal readonly record struct DueStep(ClockStep Step, DateTimeOffset At, DateTimeOffset Since);
