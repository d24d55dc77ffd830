namespace AutoPortal.Activities.Domain;

/// <summary>Where an activity stands (domain language §6.3).</summary>
internal enum ActivityState
{
    Draft,
    Reviewing,
    Scheduled,
    Running,
    Paused,
    Ended,
    Archived,
    Cancelled,
}

/// <summary>What moves an activity on.</summary>
internal enum ActivityMove
{
    Submit,
    TakeBack,
    Reject,
    Approve,
    Start,
    Pause,
    Resume,
    End,
    Archive,
    Cancel,
}
