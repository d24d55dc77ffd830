using AutoPortal.Kernel.Time;

namespace AutoPortal.Leads.Domain;

/// <summary>Until when what must have happened (domain language §4.8). All clocks run only in the dealer's working hours.</summary>
/// <remarks>Limits of a day or more count workdays: 24 h is the same time of the next workday, not 24 hours of opening.</remarks>
internal sealed class ServiceClocks(BusinessCalendar calendar, WorkingHours hours, ServiceLevels? levels = null)
{
    private readonly ServiceLevels _levels = levels ?? ServiceLevels.Default;
    private readonly WorkingClock _clock = new(calendar, hours);

    /// <summary>Dispatch to assignment.</summary>
    public DueTime AcceptBy(DateTimeOffset dispatchedAt) => _clock.DueAfter(dispatchedAt, TimeSpan.FromMinutes(_levels.AcceptMinutes));

    /// <summary>When an unassigned lead shows in the region's list.</summary>
    public DueTime RegionHearsOfItAt(DateTimeOffset dispatchedAt) => _clock.DueAfter(dispatchedAt, TimeSpan.FromMinutes(_levels.RegionMinutes));

    /// <summary>When an unassigned lead goes to the next dealer; null where the tenant takes none away.</summary>
    public DueTime? RecallAt(DateTimeOffset dispatchedAt) => Days(dispatchedAt, _levels.AcceptRecallDays);

    /// <summary>Assignment to the first valid contact: sooner for H, A and hot leads.</summary>
    public DueTime FirstContactBy(DateTimeOffset assignedAt, LeadLevel level, HeatBand heat)
        => _clock.DueAfter(assignedAt, FirstContactWithin(level, heat));

    /// <summary>Half of that time, when the advisor is reminded.</summary>
    public DueTime HalfOfFirstContact(DateTimeOffset assignedAt, LeadLevel level, HeatBand heat)
        => _clock.DueAfter(assignedAt, FirstContactWithin(level, heat) / 2);

    /// <summary>When a lead without a first contact goes to another advisor of the dealer; null where the tenant takes none away.</summary>
    public DueTime? ReassignAt(DateTimeOffset assignedAt) => Days(assignedAt, _levels.ReassignDays);

    /// <summary>When a lead without a first contact goes back to HQ, and counts against the dealer; null where the tenant takes none away.</summary>
    /// <param name="assignedAt">Start of the present advisor's time.</param>
    /// <param name="wasReassigned">The advisor before had a share of the days already.</param>
    public DueTime? RecallFromAdvisorAt(DateTimeOffset assignedAt, bool wasReassigned = false)
        => Days(assignedAt, wasReassigned ? _levels.ContactRecallDays - _levels.ReassignDays : _levels.ContactRecallDays);

    /// <summary>A loss that is not decided by then goes to the region.</summary>
    public DueTime DecideLostBy(DateTimeOffset appliedAt) => _clock.DueAfterWorkdays(appliedAt, _levels.LostDecisionDays);

    /// <summary>A call after somebody did not come.</summary>
    public DueTime CallAfterNoShowBy(DateTimeOffset plannedAt) => _clock.DueAfterWorkdays(plannedAt, 1);

    private TimeSpan FirstContactWithin(LeadLevel level, HeatBand heat)
        => TimeSpan.FromMinutes(level is LeadLevel.H or LeadLevel.A || heat is HeatBand.Hot ? _levels.UrgentContactMinutes : _levels.ContactMinutes);

    private DueTime? Days(DateTimeOffset from, int days) => days > 0 ? _clock.DueAfterWorkdays(from, days) : null;
}
