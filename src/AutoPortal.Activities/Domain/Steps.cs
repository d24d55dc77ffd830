using AutoPortal.Kernel.Data;

namespace AutoPortal.Activities.Domain;

/// <summary>A move of an activity: who, when, why. Rejections are read by the author here.</summary>
[AppendOnly, NotAudited]
internal sealed class ActivityStep : TenantEntity
{
    private ActivityStep()
    {
    }

    public ActivityStep(Guid id, Guid activityId, ActivityState from, ActivityState to, Guid? by, string byName, string reason, DateTimeOffset at)
    {
        Id = id;
        ActivityId = activityId;
        From = StateWord.Of(from);
        To = StateWord.Of(to);
        By = by;
        ByName = byName;
        Reason = reason;
        At = at;
    }

    public Guid ActivityId { get; private set; }

    public string From { get; private set; } = "";

    public string To { get; private set; } = "";

    public Guid? By { get; private set; }

    public string ByName { get; private set; } = "";

    public string Reason { get; private set; } = "";

    public DateTimeOffset At { get; private set; }
}

/// <summary>A move of a sign-up after its first state: by whom (the person, the house, a colleague), when, why.</summary>
[AppendOnly, NotAudited]
internal sealed class SignUpStep : TenantEntity
{
    private SignUpStep()
    {
    }

    public SignUpStep(Guid id, Guid activityId, Guid signUpId, SignUpState from, SignUpState to, string byName, string reason, DateTimeOffset at)
    {
        Id = id;
        ActivityId = activityId;
        SignUpId = signUpId;
        From = SignUpStates.Of(from);
        To = SignUpStates.Of(to);
        ByName = byName;
        Reason = reason;
        At = at;
    }

    public Guid ActivityId { get; private set; }

    public Guid SignUpId { get; private set; }

    public string From { get; private set; } = "";

    public string To { get; private set; } = "";

    /// <summary>A colleague's name; empty where the person or the house itself acted.</summary>
    public string ByName { get; private set; } = "";

    /// <summary>One of <see cref="StepReasons"/>.</summary>
    public string Reason { get; private set; } = "";

    public DateTimeOffset At { get; private set; }
}

/// <summary>Stored words of why a sign-up moved.</summary>
internal static class StepReasons
{
    public const string OwnWish = "own_wish";
    public const string Declined = "declined";
    public const string OfferExpired = "offer_expired";
    public const string Accepted = "accepted";
    public const string ByStaff = "by_staff";
    public const string ActivityCancelled = "activity_cancelled";
    public const string SignedAgain = "signed_again";
    public const string AtTheDoor = "at_the_door";
    public const string WalkedIn = "walked_in";
    public const string DidNotCome = "did_not_come";
    public const string Corrected = "corrected";
}
