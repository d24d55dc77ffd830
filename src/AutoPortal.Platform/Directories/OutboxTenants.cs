using AutoPortal.Channels.Contracts;
using AutoPortal.Platform.Contracts;

namespace AutoPortal.Platform.Directories;

/// <summary>Tells the development outbox which tenants there are.</summary>
internal sealed class OutboxTenants(ITenantDirectory tenants) : IOutboxTenants
{
    public async Task<IReadOnlyList<OutboxTenant>> ListAsync(CancellationToken ct)
        => [.. (await tenants.ListAsync(ct)).Select(t => new OutboxTenant(t.Id, t.Identifier, t.Name))];
}
