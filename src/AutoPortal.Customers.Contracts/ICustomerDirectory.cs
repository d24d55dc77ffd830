namespace AutoPortal.Customers.Contracts;

/// <summary>What other modules may know about customers of the running scope's tenant.</summary>
public interface ICustomerDirectory
{
    /// <summary>The customers with these ids that the scope may see, in no order; unknown ids are absent.</summary>
    Task<IReadOnlyList<CustomerFacts>> FindAsync(IReadOnlyCollection<Guid> customerIds, CancellationToken ct);

    /// <summary>Lets dealers see customers: the person named the dealer, or it was given a lead. Saying it again changes nothing.</summary>
    Task LinkDealersAsync(IReadOnlyCollection<CustomerDealerLink> links, CancellationToken ct);
}

/// <summary>A customer without personal data in the clear.</summary>
/// <param name="Id">The One-ID.</param>
/// <param name="NameMask">First character and asterisks.</param>
/// <param name="PhoneMask">Such as <c>138****1234</c>; empty where no phone is known.</param>
/// <param name="Stage">Lifecycle stage, such as <c>intent</c> (domain language §3).</param>
public sealed record CustomerFacts(Guid Id, string NameMask, string PhoneMask, string Stage);

/// <summary>A dealer that serves a customer.</summary>
/// <param name="CustomerId">The customer.</param>
/// <param name="DealerId">The dealer.</param>
/// <param name="AdvisorId">The advisor who holds the lead there; null keeps what was known.</param>
/// <param name="Reason">Stored word: <c>named</c> or <c>lead</c>.</param>
public sealed record CustomerDealerLink(Guid CustomerId, Guid DealerId, Guid? AdvisorId, string Reason);
