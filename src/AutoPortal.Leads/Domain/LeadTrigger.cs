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
}
