namespace AutoPortal.Channels.Contracts;

/// <summary>Names the tenants whose captured messages a developer may look at; answered by the module that owns tenants, asked in development only.</summary>
public interface IOutboxTenants
{
    /// <summary>All tenants, ordered by identifier.</summary>
    Task<IReadOnlyList<OutboxTenant>> ListAsync(CancellationToken ct);
}

/// <summary>A tenant.</summary>
/// <param name="Id">The tenant.</param>
/// <param name="Identifier">Its word in addresses.</param>
/// <param name="Name">The name to show.</param>
public sealed record OutboxTenant(Guid Id, string Identifier, string Name);
