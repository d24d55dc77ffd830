using AutoPortal.Kernel.Outcomes;

namespace AutoPortal.Platform.Domain;

// Opening, suspending, leaving. A day that was planned comes by itself: what holds is asked for a day (StateOn).
internal sealed partial class Dealer
{
    public const int LongestReason = 200;

    /// <summary>As it was last changed; <see cref="StateOn"/> says what holds on a day.</summary>
    public DealerState State { get; private set; } = DealerState.Open;

    /// <summary>First day of business, where it was planned.</summary>
    public DateOnly? OpeningOn { get; private set; }

    public string? SuspendReason { get; private set; }

    /// <summary>First day on which it is open again; null while nobody knows.</summary>
    public DateOnly? SuspendedUntilOn { get; private set; }

    /// <summary>First day on which it no longer belongs to the network; it may lie ahead.</summary>
    public DateOnly? LeftOn { get; private set; }

    public string? LeaveReason { get; private set; }

    /// <summary>The dealer that takes over leads and customers, or null where they return to headquarters.</summary>
    public Guid? SuccessorId { get; private set; }

    /// <summary>What holds on this day.</summary>
    public DealerState StateOn(DateOnly on)
        => LeftOn <= on ? DealerState.Left
            : State is DealerState.OpeningPlanned && OpeningOn <= on ? DealerState.Open
            : State is DealerState.Suspended && SuspendedUntilOn <= on ? DealerState.Open
            : State;

    public bool IsActiveOn(DateOnly on) => StateOn(on) is DealerState.Open;

    /// <summary>Another first day for a dealer that does not trade yet.</summary>
    public Refusal? PlanOpening(DateOnly openingOn, DateOnly today)
    {
        if (Refused(DealerStep.PlanOpening, today) is { } refusal)
        {
            return refusal;
        }

        if (openingOn <= today)
        {
            return PlatformRefusals.OpeningNotAhead;
        }

        OpeningOn = openingOn;
        return null;
    }

    /// <summary>From today on: a planned dealer begins, a suspended one returns.</summary>
    public Refusal? Open(DateOnly today)
    {
        if (Refused(DealerStep.Open, today) is { } refusal)
        {
            return refusal;
        }

        OpeningOn = State is DealerState.OpeningPlanned ? today : OpeningOn;
        (State, SuspendReason, SuspendedUntilOn) = (DealerState.Open, null, null);
        return null;
    }

    /// <summary>From today on: no dispatched leads until it opens again.</summary>
    /// <param name="reason">What people read.</param>
    /// <param name="untilOn">First day on which it is open again; null for until further notice.</param>
    /// <param name="today">In Shanghai.</param>
    public Refusal? Suspend(string reason, DateOnly? untilOn, DateOnly today)
    {
        if (Refused(DealerStep.Suspend, today) is { } refusal)
        {
            return refusal;
        }

        reason = WrittenName.Tidy(reason);
        if (reason.Length is 0 or > LongestReason)
        {
            return PlatformRefusals.LifeReasonMissing;
        }

        if (untilOn <= today)
        {
            return PlatformRefusals.ReturnNotAhead;
        }

        (State, SuspendReason, SuspendedUntilOn) = (DealerState.Suspended, reason, untilOn);
        return null;
    }

    /// <summary>Leaves the network from a day on, today or ahead. A planned leaving may be planned anew or called off until it comes.</summary>
    public Refusal? Leave(DateOnly leftOn, string reason, Guid? successorId, DateOnly today)
    {
        if (Refused(DealerStep.Leave, today) is { } refusal)
        {
            return refusal;
        }

        reason = WrittenName.Tidy(reason);
        if (reason.Length is 0 or > LongestReason)
        {
            return PlatformRefusals.LifeReasonMissing;
        }

        if (leftOn < today)
        {
            return PlatformRefusals.LeavingInThePast;
        }

        if (successorId == Id)
        {
            return PlatformRefusals.SuccessorIsItself;
        }

        (LeftOn, LeaveReason, SuccessorId) = (leftOn, reason, successorId);
        return null;
    }

    public Refusal? CallOffLeaving(DateOnly today)
    {
        if (LeftOn is null || LeftOn <= today)
        {
            return PlatformRefusals.NoLeavingPlanned;
        }

        (LeftOn, LeaveReason, SuccessorId) = (null, null, null);
        return null;
    }

    /// <summary>The day has come: what was planned becomes the state. True once only.</summary>
    public bool FinishLeaving(DateOnly today)
    {
        if (State is DealerState.Left || LeftOn is null || LeftOn > today)
        {
            return false;
        }

        State = DealerState.Left;
        AcceptsLeads = false;
        return true;
    }

    private Refusal? Refused(DealerStep step, DateOnly today)
        => DealerLifecycle.Allows(StateOn(today), step) ? null : PlatformRefusals.NotInThisState;
}
