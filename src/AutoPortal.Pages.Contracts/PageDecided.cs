using AutoPortal.Kernel.Messaging;

namespace AutoPortal.Pages.Contracts;

/// <summary>Somebody let a page that was handed in through, or sent it back.</summary>
/// <param name="PageId">The page.</param>
/// <param name="Title">Its Chinese name.</param>
/// <param name="IsApproved">Let through, or sent back.</param>
/// <param name="LiveFrom">UTC, where it was let through and its time has not come; else null.</param>
/// <param name="SubmittedBy">The account that handed it in.</param>
/// <param name="DecidedBy">Name of who decided.</param>
/// <param name="Reason">Why it was sent back, else empty.</param>
/// <param name="At">UTC.</param>
[EventType("pages.page_decided")]
public sealed record PageDecided(Guid PageId, string Title, bool IsApproved, DateTimeOffset? LiveFrom, Guid SubmittedBy, string DecidedBy, string Reason, DateTimeOffset At) : IntegrationEvent
{
    /// <inheritdoc/>
    public override string AggregateKey => PageId.ToString();
}
