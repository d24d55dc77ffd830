namespace AutoPortal.Leads.Contracts;

/// <summary>What other modules may know about leads of the running scope's tenant.</summary>
public interface ILeadDirectory
{
    /// <summary>Leads on each advisor's desk; advisors without any are absent.</summary>
    Task<IReadOnlyDictionary<Guid, int>> CountOpenByAdvisorAsync(IReadOnlyCollection<Guid> advisorIds, CancellationToken ct);

    /// <summary>All leads of each customer that the scope may see, open or closed; customers without any are absent.</summary>
    Task<IReadOnlyDictionary<Guid, int>> CountByCustomerAsync(IReadOnlyCollection<Guid> customerIds, CancellationToken ct);

    /// <summary>Leads of one customer that the scope may see, newest first.</summary>
    Task<IReadOnlyList<LeadFacts>> OfCustomerAsync(Guid customerId, CancellationToken ct);
}

/// <summary>A lead without personal data.</summary>
/// <param name="Id">The lead.</param>
/// <param name="BrandId">The brand.</param>
/// <param name="State">Stored word, such as <c>following</c>.</param>
/// <param name="Level">Letter, such as <c>B</c>.</param>
/// <param name="Heat"><c>hot</c>, <c>warm</c> or <c>cold</c>.</param>
/// <param name="DealerId">The dealer that holds it, or null for HQ.</param>
/// <param name="AdvisorId">Its owner, or null.</param>
/// <param name="SeriesCode">What the person wants, or null.</param>
/// <param name="CreatedAt">UTC.</param>
public sealed record LeadFacts(
    Guid Id,
    Guid BrandId,
    string State,
    string Level,
    string Heat,
    Guid? DealerId,
    Guid? AdvisorId,
    string? SeriesCode,
    DateTimeOffset CreatedAt);
