namespace AutoPortal.Platform.Contracts;

/// <summary>Who a tenant is. Answered from memory: public pages ask it on every request. A change reaches every node within a moment.</summary>
public interface ITenantDirectory
{
    /// <summary>The tenant of an address, or null where there is none.</summary>
    /// <param name="identifier">Path segment, lower case, such as <c>chenxing</c>.</param>
    /// <param name="ct">Gives up.</param>
    ValueTask<TenantFacts?> FindAsync(string identifier, CancellationToken ct);

    /// <summary>The tenant with this id, or null.</summary>
    ValueTask<TenantFacts?> FindAsync(Guid tenantId, CancellationToken ct);

    /// <summary>All tenants, suspended ones too, ordered by identifier; for work that runs once per tenant.</summary>
    ValueTask<IReadOnlyList<TenantFacts>> ListAsync(CancellationToken ct);
}

/// <summary>A tenant as it is now.</summary>
/// <param name="Id">The tenant.</param>
/// <param name="Identifier">Its word in addresses.</param>
/// <param name="Name">The name that consumers read.</param>
/// <param name="Kind">Stored word: <c>oem</c>, <c>dealer_group</c> or <c>partner</c>.</param>
/// <param name="AccentColor">As <c>#rrggbb</c>.</param>
/// <param name="IsSuspended">Its pages are not served and nobody signs in.</param>
public sealed record TenantFacts(Guid Id, string Identifier, string Name, string Kind, string AccentColor, bool IsSuspended);
