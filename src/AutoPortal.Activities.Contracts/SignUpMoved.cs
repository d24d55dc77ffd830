using AutoPortal.Kernel.Messaging;

namespace AutoPortal.Activities.Contracts;

/// <summary>A sign-up moved on after its first state.</summary>
/// <param name="SignUpId">The sign-up.</param>
/// <param name="ActivityId">The activity.</param>
/// <param name="PhoneHash">Look-up hash of the person's number.</param>
/// <param name="From">State before, such as <c>waitlisted</c> (domain language §6.3).</param>
/// <param name="To">State now.</param>
/// <param name="Reason">Stored word, such as <c>own_wish</c>, <c>accepted</c>, <c>offer_expired</c> or <c>activity_cancelled</c>.</param>
/// <param name="At">UTC.</param>
[EventType("activities.sign_up_moved")]
public sealed record SignUpMoved(Guid SignUpId, Guid ActivityId, string PhoneHash, string From, string To, string Reason, DateTimeOffset At) : IntegrationEvent
{
    /// <summary>One person's acts keep their order.</summary>
    public override string AggregateKey => PhoneHash;
}

/// <summary>A place came free and is held for somebody who waited.</summary>
/// <param name="OfferId">The offer.</param>
/// <param name="SignUpId">The sign-up.</param>
/// <param name="ActivityId">The activity.</param>
/// <param name="PhoneHash">Look-up hash of the person's number.</param>
/// <param name="ExpiresAt">UTC; from then on it goes to the next one.</param>
/// <param name="At">UTC.</param>
[EventType("activities.place_offered")]
public sealed record PlaceOffered(Guid OfferId, Guid SignUpId, Guid ActivityId, string PhoneHash, DateTimeOffset ExpiresAt, DateTimeOffset At) : IntegrationEvent
{
    /// <summary>One person's acts keep their order.</summary>
    public override string AggregateKey => PhoneHash;
}
