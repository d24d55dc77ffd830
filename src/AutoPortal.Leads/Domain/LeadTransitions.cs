using System.Collections.Frozen;
using static AutoPortal.Leads.Domain.LeadActor;
using static AutoPortal.Leads.Domain.LeadState;

namespace AutoPortal.Leads.Domain;

/// <summary>One permitted step.</summary>
internal sealed record LeadTransition(LeadState From, LeadTrigger Trigger, LeadState To, LeadActor Who);

/// <summary>The state machine of domain language §4.6: what is not in this table is refused.</summary>
internal static class LeadTransitions
{
    private static readonly LeadState[] AtADealer = [Dispatched, Assigned, Following, Invited, Arrived, TestDriven, LostPending, Dormant, PublicPool];

    public static readonly IReadOnlyList<LeadTransition> All =
    [
        // Beside §4.6's rows for raw: as long as no dealer has a lead, the rules may be run again on it, after mending or after a change of rules.
        .. From([Raw, Invalid, Nurturing], LeadTrigger.Clean, Cleaned, LeadActor.System | CleaningClerk),
        .. From([Raw, Invalid, Cleaned], LeadTrigger.Nurture, Nurturing, LeadActor.System | CleaningClerk),
        .. From([Raw, Nurturing, Cleaned], LeadTrigger.Invalidate, Invalid, LeadActor.System | CleaningClerk),
        .. From([Raw, Invalid, Nurturing, Cleaned], LeadTrigger.Merge, Merged, LeadActor.System | CleaningClerk),
        new(Nurturing, LeadTrigger.Mature, Cleaned, LeadActor.System),
        new(Cleaned, LeadTrigger.Dispatch, Dispatched, LeadActor.System | Hq),
        new(Dispatched, LeadTrigger.Assign, Assigned, LeadActor.System | DealerManager),
        new(Dispatched, LeadTrigger.Reject, Cleaned, DealerManager),
        new(Dispatched, LeadTrigger.Recall, Cleaned, LeadActor.System),
        new(Assigned, LeadTrigger.FollowUp, Following, Advisor),
        // The house's part is not drawn in §4.6 but ordered by §4.8: without a first contact it takes the lead to another advisor, then to HQ.
        new(Assigned, LeadTrigger.Reassign, Assigned, DealerManager | LeadActor.System),
        .. From([Following, Invited], LeadTrigger.Reassign, Assigned, DealerManager),
        new(Assigned, LeadTrigger.Recall, Cleaned, LeadActor.System),
        new(Following, LeadTrigger.Invite, Invited, Advisor | DccCaller),
        new(Invited, LeadTrigger.CancelInvitation, Following, Advisor | LeadActor.System),
        .. From([Following, Invited, Assigned], LeadTrigger.Arrive, Arrived, Showroom),
        new(Arrived, LeadTrigger.FinishTestDrive, TestDriven, Advisor),
        .. From([Arrived, TestDriven], LeadTrigger.LeaveWithoutOrder, Following, Advisor),
        .. From([Arrived, TestDriven, Following], LeadTrigger.Order, Ordered, Advisor | Dms),
        new(Ordered, LeadTrigger.Deliver, Delivered, Dms),
        new(Ordered, LeadTrigger.CancelOrder, Following, Dms),
        .. From([Assigned, Following, Invited, Arrived, TestDriven], LeadTrigger.ApplyForLost, LostPending, Advisor),
        new(LostPending, LeadTrigger.ApproveLost, Lost, DealerManager),
        // A rejected application goes back to where it came from: one row for each state it may have come from.
        new(LostPending, LeadTrigger.RejectLost, Assigned, DealerManager),
        new(LostPending, LeadTrigger.RejectLost, Following, DealerManager),
        new(LostPending, LeadTrigger.RejectLost, Invited, DealerManager),
        new(LostPending, LeadTrigger.RejectLost, Arrived, DealerManager),
        new(LostPending, LeadTrigger.RejectLost, TestDriven, DealerManager),
        new(Lost, LeadTrigger.Reactivate, Dispatched, LeadActor.System | Hq),
        // Not in §4.6 but in §4.5: a new enquiry reactivates the newest lost or invalid lead of the dealer.
        new(Invalid, LeadTrigger.Reactivate, Dispatched, LeadActor.System),
        new(Following, LeadTrigger.Rest, Dormant, Advisor | LeadActor.System),
        new(Dormant, LeadTrigger.Wake, Following, LeadActor.System),
        .. From([Assigned, Following, Dormant, Lost], LeadTrigger.Pool, PublicPool, LeadActor.System),
        new(PublicPool, LeadTrigger.Claim, Assigned, Advisor),
        new(PublicPool, LeadTrigger.Assign, Assigned, DealerManager),
        new(Invalid, LeadTrigger.Overturn, Cleaned, Hq | DealerManager),
        // Not in §4.6: a dealer leaves the network (§1). An order stays with whoever took it.
        .. From(AtADealer, LeadTrigger.PassOn, Dispatched, LeadActor.System),
        .. From(AtADealer, LeadTrigger.TakeBack, Cleaned, LeadActor.System),
    ];

    private static readonly FrozenDictionary<(LeadState, LeadTrigger), LeadTransition[]> Steps = All
        .GroupBy(t => (t.From, t.Trigger))
        .ToFrozenDictionary(g => g.Key, g => g.ToArray());

    /// <summary>States in which a dealer that leaves the network gives the lead away.</summary>
    public static IReadOnlyList<LeadState> Passable => AtADealer;

    /// <summary>Whether the trigger leads anywhere from this state, whoever pulls it.</summary>
    public static bool Has(LeadState from, LeadTrigger trigger) => Steps.ContainsKey((from, trigger));

    /// <summary>What this actor may do from here.</summary>
    public static IEnumerable<LeadTrigger> For(LeadState from, LeadActor who)
        => All.Where(t => t.From == from && (t.Who & who) != None).Select(t => t.Trigger).Distinct();

    /// <summary>The step, or null where it is not permitted to this actor.</summary>
    /// <param name="from">The state the lead is in.</param>
    /// <param name="trigger">What happened.</param>
    /// <param name="who">The one part in which somebody acts.</param>
    /// <param name="backTo">Where the trigger has several ends, the one that is meant.</param>
    public static LeadTransition? Find(LeadState from, LeadTrigger trigger, LeadActor who, LeadState? backTo = null)
        => Steps.GetValueOrDefault((from, trigger))?.FirstOrDefault(t => (t.Who & who) != None && (backTo is null || t.To == backTo));

    private static IEnumerable<LeadTransition> From(LeadState[] states, LeadTrigger trigger, LeadState to, LeadActor who)
        => states.Select(from => new LeadTransition(from, trigger, to, who));
}
