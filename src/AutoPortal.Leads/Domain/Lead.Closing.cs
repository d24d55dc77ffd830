using AutoPortal.Kernel.Outcomes;
using AutoPortal.Kernel.Time;

namespace AutoPortal.Leads.Domain;

// How a lead ends, rests, or goes back to where everybody may take it.
internal sealed partial class Lead
{
    /// <summary>Later than this, a person who asks to be called later lets the lead sleep.</summary>
    private const int RestFromDays = 90;

    private const int LongestEvidence = 1000;

    /// <summary>So long without any answer, the house lets it sleep.</summary>
    private const int SilentDays = 30;

    private static readonly int[] ContactDaysAfterDelivery = [3, 7, 30];
    private static readonly int[] WakeUpDaysAfterLoss = [30, 90];

    public Refusal? PlaceOrder(Act act)
    {
        if (Step(LeadTrigger.Order, act) is { } refusal)
        {
            return refusal;
        }

        Become(LeadLevel.O, [3], act);
        return null;
    }

    public Refusal? Deliver(Act act)
    {
        if (Step(LeadTrigger.Deliver, act) is { } refusal)
        {
            return refusal;
        }

        Become(LeadLevel.D, ContactDaysAfterDelivery, act);
        return null;
    }

    /// <summary>退订: back to work, to be judged anew.</summary>
    public Refusal? CancelOrder(Act act)
    {
        if (Step(LeadTrigger.CancelOrder, act) is { } refusal)
        {
            return refusal;
        }

        Become(LeadLevel.T, [3], act);
        return null;
    }

    /// <summary>战败申请: the advisor gives up, with a reason of both levels and what supports it.</summary>
    public Refusal? ApplyForLost(LostReason reason, string evidence, DueTime decideBy, Act act)
    {
        if (Allowed(LeadTrigger.ApplyForLost, act) is { } refusal)
        {
            return refusal;
        }

        if (!LostReasons.Has(reason))
        {
            return LeadRefusals.LostReasonIsUnknown;
        }

        if (string.IsNullOrWhiteSpace(evidence))
        {
            return LeadRefusals.LostNeedsEvidence;
        }

        (LostReasonL1, LostReasonL2, LostEvidence) = (reason.L1, reason.L2, WrittenText.Of(evidence, LongestEvidence));
        StateBeforeLost = State;
        Move(LeadTrigger.ApplyForLost, act with { Reason = act.Reason ?? $"{reason.L1}.{reason.L2}" });
        DueAt = decideBy.At;
        return null;
    }

    /// <summary>Approved, the lead is lost; rejected, it goes back to where it was, and the manager says why.</summary>
    public Refusal? DecideLost(bool isApproved, Act act)
    {
        var trigger = isApproved ? LeadTrigger.ApproveLost : LeadTrigger.RejectLost;
        if (Allowed(trigger, act) is { } refusal)
        {
            return refusal;
        }

        if (isApproved)
        {
            Move(trigger, act);
            Become(LeadLevel.F, WakeUpDaysAfterLoss, act);
            return null;
        }

        if (string.IsNullOrWhiteSpace(act.Reason))
        {
            return LeadRefusals.ReasonIsMissing;
        }

        Move(trigger, act, StateBeforeLost);
        (LostReasonL1, LostReasonL2, LostEvidence, StateBeforeLost) = (null, null, null, null);
        RunClock();
        return null;
    }

    /// <summary>休眠: the person said later, or did not answer for 30 days.</summary>
    public Refusal? Rest(DateOnly wakeOn, Act act)
    {
        if (Allowed(LeadTrigger.Rest, act) is { } refusal)
        {
            return refusal;
        }

        if (act.As is LeadActor.Advisor && wakeOn <= ShanghaiTime.DateOf(act.At).AddDays(RestFromDays))
        {
            return LeadRefusals.RestTooShort;
        }

        if (act.As is LeadActor.System && (LastReachedAt ?? AssignedAt) > act.At.AddDays(-SilentDays))
        {
            return LeadRefusals.RestTooEarly;
        }

        WakeOn = wakeOn;
        Move(LeadTrigger.Rest, act);
        ClosePlans(act, isDone: false);
        return null;
    }

    /// <summary>A new event, the wake date or a reply; the next contact is due in a day.</summary>
    public Refusal? Wake(Act act)
    {
        if (Step(LeadTrigger.Wake, act) is { } refusal)
        {
            return refusal;
        }

        WakeOn = null;
        Plan(act.At.AddDays(1), act);
        return null;
    }

    /// <summary>公海: nobody owns it any more.</summary>
    public Refusal? PutInPool(Act act)
    {
        if (Step(LeadTrigger.Pool, act) is { } refusal)
        {
            return refusal;
        }

        OwnerId = null;
        WakeOn = null;
        ClosePlans(act, isDone: false);
        DueAt = null;
        return null;
    }

    // The level follows the state, and with it the days on which the person is contacted next.
    private void Become(LeadLevel level, int[] contactDays, Act act)
    {
        Level = level;
        ClosePlans(act, isDone: true);
        foreach (var days in contactDays)
        {
            Plan(act.At.AddDays(days), act);
        }
    }
}
