using AutoPortal.Kernel.Messaging;

namespace AutoPortal.Activities.Contracts;

/// <summary>A person signed up at an activity and was given a place, or a place in the waiting line. Personal data is carried sealed only.</summary>
/// <param name="SignUpId">The sign-up.</param>
/// <param name="ActivityId">The activity.</param>
/// <param name="ActivityTitle">Its name in Chinese, for lists and notices.</param>
/// <param name="BrandId">The brand that invites.</param>
/// <param name="NameSealed">The name as typed, sealed by the tenant's vault.</param>
/// <param name="NameMask">First character and asterisks.</param>
/// <param name="PhoneSealed">The normalised number, sealed by the tenant's vault.</param>
/// <param name="PhoneHash">Look-up hash of the number.</param>
/// <param name="PhoneTail">Its last four digits.</param>
/// <param name="PhoneMask">Such as <c>138****1234</c>.</param>
/// <param name="PhoneVerified">Whether a code proved the number.</param>
/// <param name="Consents">What the person ticked, in the order of the form; what was left unticked is absent.</param>
/// <param name="SeriesCode">The series the person wants to drive, or null.</param>
/// <param name="PurchaseWindow">When the person means to buy, <c>7d</c>, <c>15d</c>, <c>1m</c>, <c>3m</c>, <c>6m</c>, <c>1y</c> or <c>over_1y</c>; null where not answered.</param>
/// <param name="Province">Short form, or null.</param>
/// <param name="City">Short form, or null.</param>
/// <param name="District">Or null.</param>
/// <param name="DealerId">The dealer the person named, or null.</param>
/// <param name="SourceCode">Lead source of three levels, such as <c>activity.test_drive_event.autumn</c>.</param>
/// <param name="Path">The page it came from, such as <c>/chenxing/a/autumn-test-drive</c>.</param>
/// <param name="TraceId">The trace of the post, 32 hex digits; empty where there was none.</param>
/// <param name="At">UTC.</param>
[EventType("activities.sign_up_accepted")]
public sealed record SignUpAccepted(
    Guid SignUpId,
    Guid ActivityId,
    string ActivityTitle,
    Guid BrandId,
    string NameSealed,
    string NameMask,
    string PhoneSealed,
    string PhoneHash,
    string PhoneTail,
    string PhoneMask,
    bool PhoneVerified,
    IReadOnlyList<ConsentGiven> Consents,
    string? SeriesCode,
    string? PurchaseWindow,
    string? Province,
    string? City,
    string? District,
    Guid? DealerId,
    string SourceCode,
    string Path,
    string TraceId,
    DateTimeOffset At) : IntegrationEvent
{
    /// <summary>Where the sign-up stands at first: <c>confirmed</c>, <c>signed</c> (somebody has to confirm it) or <c>waitlisted</c> (no place yet).</summary>
    public string State { get; init; } = "confirmed";

    /// <summary>The session that was chosen, or null.</summary>
    public Guid? SessionId { get; init; }

    /// <summary>How it came: <c>online</c>, or <c>walk_in</c> where a colleague wrote it down at the door.</summary>
    public string Entry { get; init; } = "online";

    /// <summary>The random id of the person's browser, as the page's script knows it; null without script, and where the browser asks not to be tracked.</summary>
    public Guid? VisitorId { get; init; }

    /// <summary>One person's acts keep their order.</summary>
    public override string AggregateKey => PhoneHash;
}

/// <summary>A consent as it was given.</summary>
/// <param name="Purpose">Such as <c>lead_contact</c> (domain language §16).</param>
/// <param name="TextVersion">Which words the person read.</param>
public sealed record ConsentGiven(string Purpose, string TextVersion);
