namespace AutoPortal.Leads.Domain;

/// <summary>How we know that the number is the person's.</summary>
internal enum ContactProof
{
    /// <summary>Typed or imported: dispatchable, and marked.</summary>
    Unverified,
    PhoneCode,
    MiniProgramGrant,
    Call,
}

/// <summary>Why a contact is on the blocklist (domain language §4.4, rule 3).</summary>
internal enum BlockReason
{
    Staff,
    DealerHotline,
    Competitor,
    Test,
    RepeatedComplaint,
    OptedOut,

    /// <summary>For a reason that the file says in words of its own.</summary>
    Other,
}

/// <summary>What a person or a file told us, before anything is believed.</summary>
internal sealed record Enquiry
{
    public Guid? BrandId { get; init; }
    public string? Name { get; init; }
    public string? Phone { get; init; }
    public bool HasContactConsent { get; init; }

    /// <summary>First level, or a dotted code of all levels.</summary>
    public string? Source { get; init; }
    public string? SourceSecond { get; init; }
    public string? SourceThird { get; init; }
    public string? Province { get; init; }
    public string? City { get; init; }
    public string? District { get; init; }

    /// <summary>Code or name of the series.</summary>
    public string? Series { get; init; }
    public string? Window { get; init; }

    /// <summary>As written, such as <c>15-20</c> in ten thousands of yuan.</summary>
    public string? Budget { get; init; }
    public bool HasBudget { get; init; }

    /// <summary>Code or name of the dealer that the person chose, where it was written rather than picked.</summary>
    public string? Dealer { get; init; }

    /// <summary>The dealer that the person chose.</summary>
    public Guid? NamedDealerId { get; init; }

    /// <summary>The dealer whose own activity it was.</summary>
    public Guid? HostDealerId { get; init; }
    public ContactProof Proof { get; init; }

    /// <summary>Calls to verify the number that nobody answered.</summary>
    public int MissedCalls { get; init; }
}
