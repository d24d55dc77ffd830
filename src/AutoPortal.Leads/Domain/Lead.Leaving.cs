using AutoPortal.Kernel.Outcomes;

namespace AutoPortal.Leads.Domain;

// What happens to a lead when its dealer leaves the network. Level, heat and history stay; duties of the old advisor end.
internal sealed partial class Lead
{
    /// <summary>The successor takes it over, and its own clock starts.</summary>
    public Refusal? PassOn(DealerSeat seat, Act act)
    {
        if (Allowed(LeadTrigger.PassOn, act) is { } refusal)
        {
            return refusal;
        }

        LoseAdvisor(act);
        Sit(seat);
        Move(LeadTrigger.PassOn, act);
        Dispatched(seat, act);
        return null;
    }

    /// <summary>Nobody takes it over: it waits in HQ's list again.</summary>
    public Refusal? TakeBack(Act act)
    {
        if (Allowed(LeadTrigger.TakeBack, act) is { } refusal)
        {
            return refusal;
        }

        LoseAdvisor(act);
        return GiveBack(LeadTrigger.TakeBack, act);
    }

    private void LoseAdvisor(Act act)
    {
        (OwnerId, AssignedAt, FirstContactDueAt, FirstContactAt) = (null, null, null, null);
        (VisitPlannedAt, WakeOn) = (null, null);
        (LostReasonL1, LostReasonL2, LostEvidence, StateBeforeLost) = (null, null, null, null);
        ClosePlans(act, isDone: false);
    }
}
