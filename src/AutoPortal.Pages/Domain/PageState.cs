namespace AutoPortal.Pages.Domain;

/// <summary>What the public sees of a page (domain language §6.3 in the small).</summary>
internal enum PageState
{
    Draft,
    Live,
    Ended,
}

/// <summary>Where a version stands on its way to the public.</summary>
internal enum ReleaseState
{
    Reviewing,
    Rejected,
    Scheduled,
    Live,
    Superseded,
    Ended,
    Withdrawn,
    TakenBack,
}

/// <summary>What moves a release on.</summary>
internal enum ReleaseMove
{
    Reject,
    Schedule,
    GoLive,
    Supersede,
    End,
    Withdraw,
    TakeBack,
}
