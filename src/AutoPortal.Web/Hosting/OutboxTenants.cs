using AutoPortal.Channels.Contracts;
using AutoPortal.Platform.Contracts;

namespace AutoPortal.Web.Hosting;

/// <summary>Tells the captured outbox which tenants there are: Platform asks Channels to send, so Channels cannot ask Platform.</summary>
internal sealed class OutboxTenants(ITenantDirectory tenants) : IOutboxTenants
{
    public async Task<IReadOnlyList<OutboxTenant>> ListAsync(CancellationToken ct)
        => [.. (await tenants.ListAsync(ct)).Select(t => new OutboxTenant(t.Id, t.Identifier, t.Name))];
}
