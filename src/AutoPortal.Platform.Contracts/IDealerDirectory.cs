namespace AutoPortal.Platform.Contracts;

/// <summary>What other modules may know about dealers.</summary>
public interface IDealerDirectory
{
    /// <summary>All dealers of the brand that stand in today's tree, active or not, ordered by code.</summary>
    Task<IReadOnlyList<DealerFacts>> ListAsync(Guid brandId, CancellationToken ct);
}

/// <summary>A dealer as it is today.</summary>
/// <param name="Id">The dealer.</param>
/// <param name="BrandId">The brand it sells.</param>
/// <param name="RegionId">大区, or null.</param>
/// <param name="SubRegionId">小区, or null where the dealer hangs directly under a region.</param>
/// <param name="Code">The dealer code that people and files use.</param>
/// <param name="Name">The name to show.</param>
/// <param name="Province">Province, short form without 省 or 市.</param>
/// <param name="City">City, short form without 市.</param>
/// <param name="District">District, or empty.</param>
/// <param name="IsActive">Open today; a closed dealer never receives a dispatched lead.</param>
/// <param name="AcceptsLeads">The global switch.</param>
/// <param name="AcceptsChannels">First-level source codes it accepts; empty accepts all.</param>
/// <param name="SeriesCodes">Series it sells; empty sells all.</param>
/// <param name="LeadCapacity">Open leads it can hold; zero for no limit.</param>
/// <param name="OpensAt">Shanghai time.</param>
/// <param name="ClosesAt">Shanghai time.</param>
public sealed record DealerFacts(
    Guid Id,
    Guid BrandId,
    Guid? RegionId,
    Guid? SubRegionId,
    string Code,
    string Name,
    string Province,
    string City,
    string District,
    bool IsActive,
    bool AcceptsLeads,
    IReadOnlyList<string> AcceptsChannels,
    IReadOnlyList<string> SeriesCodes,
    int LeadCapacity,
    TimeOnly OpensAt,
    TimeOnly ClosesAt)
{
    /// <summary>Today's state: <c>opening_planned</c>, <c>open</c>, <c>suspended</c> or <c>left</c>.</summary>
    public string State { get; init; } = "open";

    /// <summary>One of the kinds of domain language §1 T3, such as <c>four_s</c>.</summary>
    public string Kind { get; init; } = "four_s";

    /// <summary>First day on which it no longer belongs to the network, also where that lies ahead; else null.</summary>
    public DateOnly? LeftOn { get; init; }

    /// <summary>Who takes over its leads and customers when it leaves, or null.</summary>
    public Guid? SuccessorId { get; init; }

    /// <summary>Street and number, or empty.</summary>
    public string Address { get; init; } = "";

    /// <summary>The number that the public may call, or empty.</summary>
    public string Hotline { get; init; } = "";

    /// <summary>Days of business as digits from 1 (Monday) to 7 (Sunday).</summary>
    public string OpenDays { get; init; } = "1234567";
}
