namespace AutoPortal.Customers.Contracts;

/// <summary>What other modules may know about customers of the running scope's tenant.</summary>
public interface ICustomerDirectory
{
    /// <summary>The customers with these ids that the scope may see, in no order; unknown ids are absent.</summary>
    Task<IReadOnlyList<CustomerFacts>> FindAsync(IReadOnlyCollection<Guid> customerIds, CancellationToken ct);

    /// <summary>
    /// Candidates behind numbers that nobody proved: typed by staff, or brought by a file (<c>phone_unverified</c>, domain language §11.1).
    /// The same number is the same candidate; whoever proved a number stays as they are, and are not joined with it.
    /// </summary>
    /// <returns>The One-ID by phone hash, for each of the numbers.</returns>
    Task<IReadOnlyDictionary<string, Guid>> IntroduceAsync(IReadOnlyCollection<NamedContact> contacts, CancellationToken ct);

    /// <summary>Takes candidates back that were introduced for nothing: only those go of whom no act, no consent and no proved key is known. Saying it again changes nothing.</summary>
    Task WithdrawAsync(IReadOnlyCollection<Guid> customerIds, CancellationToken ct);

    /// <summary>Lets dealers see customers: the person named the dealer, or it was given a lead. Saying it again changes nothing.</summary>
    Task LinkDealersAsync(IReadOnlyCollection<CustomerDealerLink> links, CancellationToken ct);
}

/// <summary>A customer without personal data in the clear.</summary>
/// <param name="Id">The One-ID.</param>
/// <param name="NameMask">First character and asterisks.</param>
/// <param name="PhoneMask">Such as <c>138****1234</c>; empty where no phone is known.</param>
/// <param name="Stage">Lifecycle stage, such as <c>intent</c> (domain language §3).</param>
public sealed record CustomerFacts(Guid Id, string NameMask, string PhoneMask, string Stage);

/// <summary>A person as somebody else named them.</summary>
/// <param name="NameSealed">The name, sealed by the tenant's vault.</param>
/// <param name="PhoneSealed">The normalised number, sealed by the tenant's vault.</param>
/// <param name="PhoneHash">Look-up hash of the number.</param>
/// <param name="PhoneTail">Its last four digits.</param>
/// <param name="PhoneMask">Such as <c>138****1234</c>.</param>
/// <param name="City">Short form, or null.</param>
/// <param name="At">When the person was named, UTC.</param>
public sealed record NamedContact(string NameSealed, string PhoneSealed, string PhoneHash, string PhoneTail, string PhoneMask, string? City, DateTimeOffset At);

/// <summary>A dealer that serves a customer.</summary>
/// <param name="CustomerId">The customer.</param>
/// <param name="DealerId">The dealer.</param>
/// <param name="AdvisorId">The advisor who holds the lead there; null keeps what was known.</param>
/// <param name="Reason">Stored word: <c>named</c> or <c>lead</c>.</param>
public sealed record CustomerDealerLink(Guid CustomerId, Guid DealerId, Guid? AdvisorId, string Reason);
