namespace AutoPortal.Platform.Contracts;

/// <summary>Who may take leads at a dealer.</summary>
public interface IAdvisorRoster
{
    /// <summary>The advisors of these dealers, ordered by id; <see cref="AdvisorFacts.IsOnDuty"/> says who works at that moment.</summary>
    Task<IReadOnlyList<AdvisorFacts>> OnDutyAsync(IReadOnlyCollection<Guid> dealerIds, DateTimeOffset at, CancellationToken ct);
}

/// <summary>An advisor of a dealer.</summary>
/// <param name="UserId">The account.</param>
/// <param name="DealerId">The dealer.</param>
/// <param name="Name">The name to show.</param>
/// <param name="OpenLeadCap">Open leads that this advisor can hold.</param>
/// <param name="DailyNewCap">New leads a day in Shanghai.</param>
/// <param name="IsOnDuty">On shift and not on leave.</param>
/// <param name="Tags">What the advisor is good at, for affinity.</param>
public sealed record AdvisorFacts(
    Guid UserId,
    Guid DealerId,
    string Name,
    int OpenLeadCap,
    int DailyNewCap,
    bool IsOnDuty,
    IReadOnlyList<string> Tags);
