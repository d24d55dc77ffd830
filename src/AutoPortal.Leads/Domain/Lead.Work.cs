using AutoPortal.Kernel.Outcomes;
using AutoPortal.Kernel.Time;

namespace AutoPortal.Leads.Domain;

// What an advisor does with a lead.
internal sealed partial class Lead
{
    /// <summary>Gives the lead to an advisor of the dealer that holds it; a new owner restarts the contact clock.</summary>
    /// <param name="firstContactBy">Until when the new owner must have reached the person.</param>
    /// <returns>Why not, or null where it was done.</returns>
    public Refusal? Assign(Guid advisorId, DueTime firstContactBy, Act act)
    {
        var trigger = State is LeadState.Dispatched or LeadState.PublicPool ? LeadTrigger.Assign : LeadTrigger.Reassign;
        if (ErasedAt is null && !LeadTransitions.Has(State, trigger))
        {
            return LeadRefusals.CannotBeAssignedNow;
        }

        return TakeOver(trigger, advisorId, firstContactBy, act);
    }

    /// <summary>An advisor takes the lead out of the public pool.</summary>
    public Refusal? Claim(Guid advisorId, DueTime firstContactBy, Act act) => TakeOver(LeadTrigger.Claim, advisorId, firstContactBy, act);

    /// <summary>跟进: a contact with its result and the mandatory next one. The first that reached the person makes the lead followed.</summary>
    public Refusal? RecordFollowUp(FollowUpFacts facts, LevelScheme scheme, Act act)
    {
        if (ErasedAt is not null)
        {
            return LeadRefusals.WasErased;
        }

        if (!State.TakesFollowUps())
        {
            return LeadRefusals.NoFollowUpNow;
        }

        if (State is LeadState.Assigned && Allowed(LeadTrigger.FollowUp, act) is { } notAllowed)
        {
            return notAllowed;
        }

        if (facts.Note.Trim().Length > FollowUp.LongestNote)
        {
            return LeadRefusals.NoteTooLong;
        }

        if (scheme.CheckNextContact(Level, facts.NextContactAt, act.At) is { } refusal)
        {
            return refusal;
        }

        var followUp = new FollowUp(this, facts, act);
        _followUps.Add(followUp);
        LastFollowUpAt = act.At;
        FinishDuePlans(act);
        if (followUp.IsValid)
        {
            Reached(act);
        }

        Plan(facts.NextContactAt!.Value, act);
        return null;
    }

    /// <summary>邀约: the person agreed to come.</summary>
    public Refusal? Invite(DateTimeOffset plannedAt, Act act)
    {
        if (Allowed(LeadTrigger.Invite, act) is { } refusal)
        {
            return refusal;
        }

        if (plannedAt <= act.At)
        {
            return LeadRefusals.InvitationMustLieAhead;
        }

        VisitPlannedAt = plannedAt;
        Move(LeadTrigger.Invite, act);
        RunClock();
        return null;
    }

    /// <summary>The person cancelled, or did not come until the planned day's end.</summary>
    public Refusal? CancelInvitation(Act act)
    {
        if (Step(LeadTrigger.CancelInvitation, act) is { } refusal)
        {
            return refusal;
        }

        VisitPlannedAt = null;
        RunClock();
        return null;
    }

    /// <summary>爽约: nobody came until the planned day's end; the person is called by then.</summary>
    public Refusal? MissVisit(DueTime callBy, Act act)
    {
        if (CancelInvitation(act) is { } refusal)
        {
            return refusal;
        }

        Plan(callBy.At, act);
        return null;
    }

    /// <summary>The house has looked, and looks again then; null where nothing more can be broken.</summary>
    public void LookAgain(DateTimeOffset? at) => ClockAt = at;

    public Refusal? MarkArrived(Act act)
    {
        if (Step(LeadTrigger.Arrive, act) is { } refusal)
        {
            return refusal;
        }

        VisitPlannedAt = null;
        Reached(act);
        RunClock();
        return null;
    }

    public Refusal? FinishTestDrive(Act act) => Step(LeadTrigger.FinishTestDrive, act);

    /// <summary>The person went home; the next contact must be planned.</summary>
    public Refusal? LeaveWithoutOrder(DateTimeOffset? nextContactAt, LevelScheme scheme, Act act)
    {
        if (Allowed(LeadTrigger.LeaveWithoutOrder, act) is { } refusal)
        {
            return refusal;
        }

        if (scheme.CheckNextContact(Level, nextContactAt, act.At) is { } noPlan)
        {
            return noPlan;
        }

        ClosePlans(act, isDone: true);
        Move(LeadTrigger.LeaveWithoutOrder, act);
        Plan(nextContactAt!.Value, act);
        return null;
    }

    /// <summary>Sets the judged level. Ordered, delivered, cancelled and lost follow the state instead.</summary>
    public Refusal? Rate(LeadLevel level, Act act)
    {
        if (ErasedAt is not null)
        {
            return LeadRefusals.WasErased;
        }

        if (!level.IsJudged() || Level is LeadLevel.O or LeadLevel.D or LeadLevel.F || !State.IsOpen())
        {
            return LeadRefusals.LevelFollowsState;
        }

        if (Level.IsDowngradeTo(level) && string.IsNullOrWhiteSpace(act.Reason))
        {
            return LeadRefusals.DowngradeNeedsReason;
        }

        if (level != Level)
        {
            _levelChanges.Add(new(this, Level, level, act));
            Level = level;
        }

        return null;
    }

    private Refusal? TakeOver(LeadTrigger trigger, Guid advisorId, DueTime firstContactBy, Act act)
    {
        if (Allowed(trigger, act) is { } refusal)
        {
            return refusal;
        }

        OwnerId = advisorId;
        AssignedAt = act.At;
        FirstContactAt = null;
        VisitPlannedAt = null;
        WakeOn = null;
        ClosePlans(act, isDone: false);
        Move(trigger, act);
        FirstContactDueAt = firstContactBy.At;
        RunClock();
        return null;
    }

    // Spoken to, answered, or standing in the showroom.
    private void Reached(Act act)
    {
        FirstContactAt ??= act.At;
        LastReachedAt = act.At;
        ProtectedUntil = act.At.AddDays(ProtectionDays);
        if (State is LeadState.Assigned)
        {
            Move(LeadTrigger.FollowUp, act);
        }
    }

    /// <summary>The first moment at which an invited person has not come.</summary>
    public DateTimeOffset? VisitDayEnd => VisitPlannedAt is { } visit ? ShanghaiTime.StartOf(ShanghaiTime.DateOf(visit).AddDays(1)) : null;

    private void Plan(DateTimeOffset dueAt, Act act)
    {
        _plans.Add(new(this, dueAt, act));
        RunClock();
    }

    // An assigned lead still owes its first contact, whatever was planned after a call that nobody answered.
    private void RunClock()
    {
        DueAt = State switch
        {
            LeadState.Dispatched or LeadState.LostPending => DueAt,
            LeadState.Assigned => FirstContactDueAt,
            // Plans to wake a lost lead stand, but nobody is late by them.
            _ => State.TakesFollowUps() ? _plans.Where(p => p.IsOpen).Min(p => (DateTimeOffset?)p.DueAt) : null,
        };
        ClockAt = State switch
        {
            // Half of the shortest limit: what comes first is found out then.
            LeadState.Assigned => AssignedAt + ServiceLevels.ShortestContact / 2,
            LeadState.Invited => Earlier(DueAt, VisitDayEnd),
            _ => DueAt,
        };
    }

    private static DateTimeOffset? Earlier(DateTimeOffset? one, DateTimeOffset? other) => one is null || other < one ? other ?? one : one;

    // A contact keeps the plan that was next, and those that were due by then; after a delivery later ones stand.
    private void FinishDuePlans(Act act)
    {
        foreach (var plan in _plans.Where(p => p.IsOpen).OrderBy(p => p.DueAt).Where((p, place) => place == 0 || p.DueAt <= act.At).ToList())
        {
            plan.Close(act, isDone: true);
        }
    }

    private void ClosePlans(Act act, bool isDone)
    {
        foreach (var plan in _plans.Where(p => p.IsOpen))
        {
            plan.Close(act, isDone);
        }

        RunClock();
    }
}
