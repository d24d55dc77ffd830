namespace AutoPortal.Platform.Contracts;

/// <summary>Names of the people who work for the scope's tenant.</summary>
public interface IPeopleDirectory
{
    /// <summary>The name to show by account, also of people who have left; an unknown account is absent.</summary>
    Task<IReadOnlyDictionary<Guid, string>> NamesAsync(IReadOnlyCollection<Guid> accountIds, CancellationToken ct);

    /// <summary>Accounts of active members with this role template who reach the dealer itself, such as its managers. Ordered by id.</summary>
    /// <param name="roleTemplate">Such as <c>dealer_manager</c>. Source: domain language §17.</param>
    /// <param name="dealerId">The dealer; null for those who reach the whole tenant.</param>
    /// <param name="ct">Cancels the query.</param>
    Task<IReadOnlyList<Guid>> WithRoleAsync(string roleTemplate, Guid? dealerId, CancellationToken ct);
}
