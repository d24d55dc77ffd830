namespace AutoPortal.Activities.Domain;

/// <summary>The one reason why somebody has no place, first that applies; a key under <c>why.</c>.</summary>
internal static class WaitingReasons
{
    /// <param name="activity">Where the person signed up.</param>
    /// <param name="signUp">The person's.</param>
    /// <param name="last">The last offer made to the person, or null.</param>
    /// <param name="ahead">People before the person; null where the person does not wait.</param>
    /// <param name="free">Places free right now.</param>
    /// <param name="starts">When the session, or the end of the run, comes.</param>
    /// <param name="now">Now.</param>
    public static string Of(Activity activity, SignUp signUp, WaitingOffer? last, int? ahead, int free, DateTimeOffset starts, DateTimeOffset now)
        => (signUp.State, last) switch
        {
            (SignUpState.Cancelled, { State: OfferStates.Expired }) => "offer_expired",
            (SignUpState.Cancelled, { State: OfferStates.Declined }) => "offer_declined",
            (SignUpState.Cancelled, _) => "cancelled",
            (not SignUpState.Waitlisted, _) => "has_place",
            (_, { IsOpen: true }) => "offer_open",
            _ when starts <= now => "has_started",
            _ when activity.State is ActivityState.Paused => "activity_paused",
            _ when activity.State is not ActivityState.Running => "activity_over",
            _ when ahead > 0 => "others_first",
            _ when free <= 0 => "all_taken",
            _ => "next_round",
        };
}
