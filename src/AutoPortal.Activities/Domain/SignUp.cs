using AutoPortal.Kernel.Data;

namespace AutoPortal.Activities.Domain;

/// <summary>A person's entry; one for each phone and activity. Rows are written by <c>AcceptSignUp</c>'s statement.</summary>
internal sealed class SignUp : TenantEntity, IDealerScoped
{
    public Guid ActivityId { get; private set; }

    public string State { get; private set; } = SignUpStates.Signed;

    [Personal]
    public string NameSealed { get; private set; } = "";

    public string NameMask { get; private set; } = "";

    [Personal]
    public string PhoneSealed { get; private set; } = "";

    public string PhoneHash { get; private set; } = "";

    public string PhoneTail { get; private set; } = "";

    public string PhoneMask { get; private set; } = "";

    /// <summary>What was ticked, as JSON: <c>[{ "purpose", "textVersion" }]</c>. Shown, never filtered by.</summary>
    public string Consents { get; private set; } = "[]";

    /// <summary>Whether the person may be called: else no lead is made.</summary>
    public bool MayBeContacted { get; private set; }

    public Guid? DealerId { get; private set; }

    public string? Province { get; private set; }

    public string? City { get; private set; }

    public string? District { get; private set; }

    public string? SeriesCode { get; private set; }

    public string? PurchaseWindow { get; private set; }

    public string TraceId { get; private set; } = "";

    public DateTimeOffset At { get; private set; }
}

/// <summary>Stored words of sign-up states (domain language §6.3).</summary>
internal static class SignUpStates
{
    public const string Signed = "signed";
}
