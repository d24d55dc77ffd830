namespace AutoPortal.Leads.Domain;

/// <summary>Where a lead stands on its road (domain language §4.6). Overdue is computed, not a state; a dealer's rejection is an event.</summary>
internal enum LeadState
{
    Raw,
    Cleaned,
    Nurturing,
    Dispatched,
    Assigned,
    Following,
    Invited,
    Arrived,
    TestDriven,
    Ordered,
    Delivered,
    LostPending,
    Lost,
    Dormant,
    PublicPool,
    Invalid,
    Merged,
}

internal static class LeadStates
{
    /// <summary>Somebody still has a buying intention to work on: what duplicates and capacity count.</summary>
    public static readonly IReadOnlyList<LeadState> Open =
    [
        LeadState.Raw, LeadState.Cleaned, LeadState.Nurturing, LeadState.Dispatched, LeadState.Assigned, LeadState.Following,
        LeadState.Invited, LeadState.Arrived, LeadState.TestDriven, LeadState.Ordered, LeadState.LostPending, LeadState.Dormant, LeadState.PublicPool,
    ];

    /// <summary>An advisor is at work on it: what fills the advisor's cap.</summary>
    public static readonly IReadOnlyList<LeadState> Worked =
    [
        LeadState.Assigned, LeadState.Following, LeadState.Invited, LeadState.Arrived, LeadState.TestDriven, LeadState.LostPending,
    ];

    /// <summary>An owner may note a contact: also after the order and the delivery, whose levels have contact days of their own.</summary>
    public static bool TakesFollowUps(this LeadState state) => (state.IsWorked() && state is not LeadState.LostPending) || state is LeadState.Ordered or LeadState.Delivered;

    public static string Word(this LeadState state) => StoredWord<LeadState>.Of(state);

    public static bool IsOpen(this LeadState state) => Open.Contains(state);

    /// <summary>Somebody must do something about it: what the figures above a list count.</summary>
    public static readonly IReadOnlyList<LeadState> Waiting = [LeadState.Cleaned, LeadState.Dispatched, .. Worked, LeadState.Ordered];

    /// <summary>A new enquiry may bring it back (domain language §4.5).</summary>
    public static bool IsClosed(this LeadState state) => state is LeadState.Lost or LeadState.Invalid;

    public static bool IsWorked(this LeadState state) => Worked.Contains(state);
}
