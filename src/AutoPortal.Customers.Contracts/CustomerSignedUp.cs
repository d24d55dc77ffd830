using AutoPortal.Kernel.Messaging;

namespace AutoPortal.Customers.Contracts;

/// <summary>A customer signed up at an activity: the person behind <c>SignUpAccepted</c> now has a One-ID. Personal data is carried sealed only.</summary>
/// <param name="TenantId">The tenant.</param>
/// <param name="CustomerId">The One-ID.</param>
/// <param name="SignUpId">The sign-up; one event for each.</param>
/// <param name="ActivityId">The activity.</param>
/// <param name="ActivityTitle">Its name in Chinese.</param>
/// <param name="BrandId">The brand that invites.</param>
/// <param name="NameSealed">The name as typed, sealed by the tenant's vault.</param>
/// <param name="PhoneSealed">The normalised number, sealed by the tenant's vault.</param>
/// <param name="PhoneHash">Look-up hash of the number.</param>
/// <param name="PhoneTail">Its last four digits.</param>
/// <param name="PhoneVerified">Whether a code proved the number.</param>
/// <param name="Consents">Purposes that were ticked, such as <c>lead_contact</c> (domain language §16).</param>
/// <param name="SeriesCode">The series the person wants to drive, or null.</param>
/// <param name="PurchaseWindow">When the person means to buy, <c>7d</c>, <c>15d</c>, <c>1m</c>, <c>3m</c>, <c>6m</c>, <c>1y</c> or <c>over_1y</c>; null where not answered.</param>
/// <param name="Province">Short form, or null.</param>
/// <param name="City">Short form, or null.</param>
/// <param name="District">Or null.</param>
/// <param name="DealerId">The dealer the person named, or null.</param>
/// <param name="SourceCode">Lead source of three levels, such as <c>activity.test_drive_event.autumn</c>.</param>
/// <param name="TraceId">The trace of the post, 32 hex digits; empty where there was none.</param>
/// <param name="At">When the person signed up, UTC.</param>
[EventType("customers.customer_signed_up")]
public sealed record CustomerSignedUp(
    Guid TenantId,
    Guid CustomerId,
    Guid SignUpId,
    Guid ActivityId,
    string ActivityTitle,
    Guid BrandId,
    string NameSealed,
    string PhoneSealed,
    string PhoneHash,
    string PhoneTail,
    bool PhoneVerified,
    IReadOnlyList<string> Consents,
    string? SeriesCode,
    string? PurchaseWindow,
    string? Province,
    string? City,
    string? District,
    Guid? DealerId,
    string SourceCode,
    string TraceId,
    DateTimeOffset At) : IntegrationEvent
{
    /// <summary>One customer's acts keep their order.</summary>
    public override string AggregateKey => CustomerId.ToString("N");
}
