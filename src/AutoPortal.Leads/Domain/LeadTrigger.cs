namespace AutoPortal.Leads.Domain;

/// <summary>What moves a lead from one state to another.</summary>
internal enum LeadTrigger
{
    Clean,
    Nurture,
    Invalidate,
    Merge,
    Mature,
    Dispatch,
    Assign,
    Reject,
    Recall,
    FollowUp,
    Reassign,
    Invite,
    CancelInvitation,
    Arrive,
    FinishTestDrive,
    LeaveWithoutOrder,
    Order,
    Deliver,
    CancelOrder,
    ApplyForLost,
    ApproveLost,
    RejectLost,
    Reactivate,
    Rest,
    Wake,
    Pool,
    Claim,
    Overturn,

    /// <summary>The dealer left the network, and its successor takes the lead over.</summary>
    PassOn,

    /// <summary>The dealer left the network without a successor.</summary>
    TakeBack,
}
