using AutoPortal.Kernel.Outcomes;
using AutoPortal.Leads.Domain;

namespace AutoPortal.Leads.Tests;

/// <summary>Pulls a trigger through the lead's own method, with whatever else that method wants being valid.</summary>
internal static class Steps
{
    private static readonly Dictionary<LeadTrigger, LeadActor> Usual = new()
    {
        [LeadTrigger.Dispatch] = LeadActor.Hq,
        [LeadTrigger.Assign] = LeadActor.DealerManager,
        [LeadTrigger.Reject] = LeadActor.DealerManager,
        [LeadTrigger.FollowUp] = LeadActor.Advisor,
        [LeadTrigger.Reassign] = LeadActor.DealerManager,
        [LeadTrigger.Invite] = LeadActor.Advisor,
        [LeadTrigger.CancelInvitation] = LeadActor.Advisor,
        [LeadTrigger.Arrive] = LeadActor.Showroom,
        [LeadTrigger.FinishTestDrive] = LeadActor.Advisor,
        [LeadTrigger.LeaveWithoutOrder] = LeadActor.Advisor,
        [LeadTrigger.Order] = LeadActor.Dms,
        [LeadTrigger.Deliver] = LeadActor.Dms,
        [LeadTrigger.CancelOrder] = LeadActor.Dms,
        [LeadTrigger.ApplyForLost] = LeadActor.Advisor,
        [LeadTrigger.ApproveLost] = LeadActor.DealerManager,
        [LeadTrigger.RejectLost] = LeadActor.DealerManager,
        [LeadTrigger.Rest] = LeadActor.Advisor,
        [LeadTrigger.Claim] = LeadActor.Advisor,
        [LeadTrigger.Overturn] = LeadActor.Hq,
    };

    public static Refusal? Take(Lead lead, LeadTrigger trigger, DateTimeOffset at)
        => Take(lead, trigger, Make.Act(Usual.GetValueOrDefault(trigger, LeadActor.System), "because", at));

    public static Refusal? Take(Lead lead, LeadTrigger trigger, Act act)
    {
        var soon = new AutoPortal.Kernel.Time.DueTime(act.At.AddMinutes(30), false);
        var seat = Make.Seat() with { AcceptBy = soon.At };
        return trigger switch
        {
            LeadTrigger.Clean => lead.Clean(new(LeadState.Cleaned, null, false, [], []), act),
            LeadTrigger.Nurture => lead.Nurture(act),
            LeadTrigger.Invalidate => lead.Invalidate("bad_phone", act),
            LeadTrigger.Merge => lead.Merge(Make.Id(99), act),
            LeadTrigger.Mature => lead.Mature(act),
            LeadTrigger.Dispatch => lead.Dispatch(seat, act),
            // One method for both: which of the two it is follows from the state.
            LeadTrigger.Assign or LeadTrigger.Reassign => lead.Assign(Make.Advisor, soon, act),
            LeadTrigger.Reject => lead.Reject(act),
            LeadTrigger.Recall => lead.Recall(act),
            LeadTrigger.FollowUp => lead.RecordFollowUp(Reached(act.At.AddDays(1)), LevelScheme.Long, act),
            LeadTrigger.Invite => lead.Invite(act.At.AddDays(1), act),
            LeadTrigger.CancelInvitation => lead.CancelInvitation(act),
            LeadTrigger.Arrive => lead.MarkArrived(act),
            LeadTrigger.FinishTestDrive => lead.FinishTestDrive(act),
            LeadTrigger.LeaveWithoutOrder => lead.LeaveWithoutOrder(act.At.AddDays(1), LevelScheme.Long, act),
            LeadTrigger.Order => lead.PlaceOrder(act),
            LeadTrigger.Deliver => lead.Deliver(act),
            LeadTrigger.CancelOrder => lead.CancelOrder(act),
            LeadTrigger.ApplyForLost => lead.ApplyForLost(new("price", "over_budget"), "said so on the phone", soon, act),
            LeadTrigger.ApproveLost => lead.DecideLost(isApproved: true, act),
            LeadTrigger.RejectLost => lead.DecideLost(isApproved: false, act),
            LeadTrigger.Reactivate => lead.Reactivate(seat, act),
            // Silence for 30 days is what lets the house do it: the rule has a test of its own.
            LeadTrigger.Rest => lead.Rest(AutoPortal.Kernel.Time.ShanghaiTime.DateOf(act.At).AddDays(120), act),
            LeadTrigger.Wake => lead.Wake(act),
            LeadTrigger.Pool => lead.PutInPool(act),
            LeadTrigger.Claim => lead.Claim(Make.Advisor, soon, act),
            LeadTrigger.PassOn => lead.PassOn(seat, act),
            LeadTrigger.TakeBack => lead.TakeBack(act),
            LeadTrigger.Overturn => lead.OverturnInvalid(act),
            _ => throw new ArgumentOutOfRangeException(nameof(trigger)),
        };
    }

    public static FollowUpFacts Reached(DateTimeOffset? next) => new(ContactChannel.Call, ContactResult.Reached, "wants a test drive", next);
}
