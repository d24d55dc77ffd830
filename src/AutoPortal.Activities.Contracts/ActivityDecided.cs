using AutoPortal.Kernel.Messaging;

namespace AutoPortal.Activities.Contracts;

/// <summary>Somebody let a submitted activity through, or sent it back.</summary>
/// <param name="ActivityId">The activity.</param>
/// <param name="Title">Its Chinese name.</param>
/// <param name="IsApproved">Let through, or sent back.</param>
/// <param name="SubmittedBy">The account that handed it in.</param>
/// <param name="DecidedBy">Name of who decided.</param>
/// <param name="Reason">Why it was sent back, else empty.</param>
/// <param name="At">UTC.</param>
[EventType("activities.activity_decided")]
public sealed record ActivityDecided(Guid ActivityId, string Title, bool IsApproved, Guid SubmittedBy, string DecidedBy, string Reason, DateTimeOffset At) : IntegrationEvent
{
    /// <inheritdoc/>
    public override string AggregateKey => ActivityId.ToString();
}
