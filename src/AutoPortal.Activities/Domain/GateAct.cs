using AutoPortal.Kernel.Data;

namespace AutoPortal.Activities.Domain;

/// <summary>One act at the door: a scan, a code typed, somebody found by the last digits, or a walk-in. The device gives it its id, so that what is sent twice is done once.</summary>
[AppendOnly, NotAudited]
internal sealed class GateAct : TenantEntity, IDealerScoped
{
    private GateAct()
    {
    }

    public GateAct(Guid id, Guid activityId, SignUp signUp, string how, string outcome, DateTimeOffset at, DateTimeOffset receivedAt, string byName, string reason = "")
    {
        Id = id;
        ActivityId = activityId;
        SignUpId = signUp.Id;
        DealerId = signUp.DealerId;
        How = how;
        Outcome = outcome;
        At = at;
        ReceivedAt = receivedAt;
        ByName = byName;
        Reason = reason;
    }

    public Guid ActivityId { get; private set; }

    public Guid SignUpId { get; private set; }

    public Guid? DealerId { get; private set; }

    /// <summary>One of <see cref="GateWays"/>.</summary>
    public string How { get; private set; } = "";

    /// <summary>One of <see cref="GateOutcomes"/>.</summary>
    public string Outcome { get; private set; } = "";

    /// <summary>When it happened at the door, by the device's clock as far as that can be.</summary>
    public DateTimeOffset At { get; private set; }

    public DateTimeOffset ReceivedAt { get; private set; }

    public string ByName { get; private set; } = "";

    /// <summary>Why somebody was let in beyond the places; empty else.</summary>
    public string Reason { get; private set; } = "";
}

/// <summary>Stored words of how a sign-up came.</summary>
internal static class SignUpEntries
{
    public const string Online = "online";
    public const string WalkIn = "walk_in";
}

/// <summary>Stored words of how somebody was found at the door.</summary>
internal static class GateWays
{
    public const string Scanned = "scanned";
    public const string Typed = "typed";
    public const string Found = "found";
    public const string WalkIn = "walk_in";

    public static string Of(string? word) => word is Scanned or Found ? word : Typed;
}

/// <summary>Stored words of what came of an act at the door; the words said are <c>gate.{outcome}</c>.</summary>
internal static class GateOutcomes
{
    public const string Done = "done";
    public const string Used = "used";
    public const string Cancelled = "cancelled";
    public const string Waitlisted = "waitlisted";
    public const string Unconfirmed = "unconfirmed";
    public const string OtherActivity = "other_activity";
    public const string OtherDay = "other_day";
    public const string OtherDealer = "other_dealer";
    public const string Unknown = "unknown";
    public const string TooLate = "too_late";
    public const string Closed = "closed";
}
