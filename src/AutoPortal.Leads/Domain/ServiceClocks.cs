using AutoPortal.Kernel.Time;

namespace AutoPortal.Leads.Domain;

/// <summary>Until when what must have happened (domain language §4.8). All clocks run only in the dealer's working hours.</summary>
/// <remarks>Limits of a day or more count workdays: 24 h is the same time of the next workday, not 24 hours of opening.</remarks>
internal sealed class ServiceClocks(BusinessCalendar calendar, WorkingHours hours)
{
    private static readonly TimeSpan AcceptWithin = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan RegionHearsAfter = TimeSpan.FromHours(2);
    private static readonly TimeSpan FirstContactWithin = TimeSpan.FromHours(2);
    private static readonly TimeSpan UrgentFirstContactWithin = TimeSpan.FromMinutes(30);
    private readonly WorkingClock _clock = new(calendar, hours);

    /// <summary>Dispatch to assignment.</summary>
    public DueTime AcceptBy(DateTimeOffset dispatchedAt) => _clock.DueAfter(dispatchedAt, AcceptWithin);

    /// <summary>When an unassigned lead shows in the region's list.</summary>
    public DueTime RegionHearsOfItAt(DateTimeOffset dispatchedAt) => _clock.DueAfter(dispatchedAt, RegionHearsAfter);

    /// <summary>When an unassigned lead goes to the next dealer.</summary>
    public DueTime RecallAt(DateTimeOffset dispatchedAt) => _clock.DueAfterWorkdays(dispatchedAt, 1);

    /// <summary>Assignment to the first valid contact: sooner for H, A and hot leads.</summary>
    public DueTime FirstContactBy(DateTimeOffset assignedAt, LeadLevel level, HeatBand heat)
        => _clock.DueAfter(assignedAt, level is LeadLevel.H or LeadLevel.A || heat is HeatBand.Hot ? UrgentFirstContactWithin : FirstContactWithin);

    /// <summary>When a lead without a first contact goes to another advisor of the dealer.</summary>
    public DueTime ReassignAt(DateTimeOffset assignedAt) => _clock.DueAfterWorkdays(assignedAt, 1);

    /// <summary>When a lead without a first contact goes back to HQ, and counts against the dealer.</summary>
    public DueTime RecallFromAdvisorAt(DateTimeOffset assignedAt) => _clock.DueAfterWorkdays(assignedAt, 2);

    /// <summary>A loss that is not decided by then goes to the region.</summary>
    public DueTime DecideLostBy(DateTimeOffset appliedAt) => _clock.DueAfterWorkdays(appliedAt, 1);

    /// <summary>A call after somebody did not come.</summary>
    public DueTime CallAfterNoShowBy(DateTimeOffset plannedAt) => _clock.DueAfterWorkdays(plannedAt, 1);
}
