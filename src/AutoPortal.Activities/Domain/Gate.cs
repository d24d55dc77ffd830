using AutoPortal.Kernel.Time;

namespace AutoPortal.Activities.Domain;

/// <summary>Whether somebody may pass the door.</summary>
internal static class Gate
{
    /// <summary>How long after the session a no-show can still be corrected, and what was noted without a network is still taken.</summary>
    public static readonly TimeSpan CorrectedWithin = TimeSpan.FromHours(24);

    private static readonly TimeSpan ClocksDiffer = TimeSpan.FromMinutes(2);

    /// <summary>A device's clock is believed as far as it can be true: never ahead of ours.</summary>
    public static DateTimeOffset MomentOf(DateTimeOffset told, DateTimeOffset now) => told > now + ClocksDiffer ? now : told;

    /// <param name="activity">The activity at whose door it is.</param>
    /// <param name="signUp">Whoever stands there.</param>
    /// <param name="session">The chosen session, or null.</param>
    /// <param name="at">When it happened.</param>
    /// <param name="now">Now.</param>
    /// <param name="anyway">Somebody decided to let the person in on another day.</param>
    /// <returns>One of <see cref="GateOutcomes"/>.</returns>
    public static string Decide(Activity activity, SignUp signUp, ActivitySession? session, DateTimeOffset at, DateTimeOffset now, bool anyway) => signUp.State switch
    {
        _ when activity.State is not (ActivityState.Running or ActivityState.Paused or ActivityState.Ended) => GateOutcomes.Closed,
        SignUpState.CheckedIn or SignUpState.Rewarded => GateOutcomes.Used,
        SignUpState.Cancelled => GateOutcomes.Cancelled,
        SignUpState.Waitlisted => GateOutcomes.Waitlisted,
        SignUpState.Signed => GateOutcomes.Unconfirmed,
        _ when at < now - CorrectedWithin - CorrectedWithin => GateOutcomes.TooLate,
        SignUpState.NoShow when now > EndOf(activity, session) + CorrectedWithin => GateOutcomes.TooLate,
        _ when !anyway && session is not null && ShanghaiTime.DateOf(session.StartsAt) != ShanghaiTime.DateOf(at) => GateOutcomes.OtherDay,
        _ => GateOutcomes.Done,
    };

    public static DateTimeOffset EndOf(Activity activity, ActivitySession? session) => session?.EndsAt ?? activity.RunsUntil;
}
