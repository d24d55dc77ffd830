using AutoPortal.Kernel.Data;

namespace AutoPortal.Activities.Domain;

/// <summary>A place held for somebody who waited, until the person answers or time runs out. Kept afterwards: it tells why somebody got none.</summary>
internal sealed class WaitingOffer : TenantEntity
{
    private WaitingOffer()
    {
    }

    public WaitingOffer(Guid id, Guid activityId, Guid signUpId, DateTimeOffset at, DateTimeOffset expiresAt)
    {
        Id = id;
        ActivityId = activityId;
        SignUpId = signUpId;
        At = at;
        ExpiresAt = expiresAt;
        State = OfferStates.Open;
    }

    public Guid ActivityId { get; private set; }

    public Guid SignUpId { get; private set; }

    public DateTimeOffset At { get; private set; }

    /// <summary>The first moment at which it can no longer be taken.</summary>
    public DateTimeOffset ExpiresAt { get; private set; }

    /// <summary>One of <see cref="OfferStates"/>.</summary>
    public string State { get; private set; } = OfferStates.Open;

    public DateTimeOffset? AnsweredAt { get; private set; }

    public bool IsOpen => State == OfferStates.Open;

    public void Close(string state, DateTimeOffset at) => (State, AnsweredAt) = (state, at);
}

/// <summary>Stored words of what became of an offer.</summary>
internal static class OfferStates
{
    public const string Open = "open";
    public const string Accepted = "accepted";
    public const string Declined = "declined";
    public const string Expired = "expired";
    public const string Withdrawn = "withdrawn";
}
