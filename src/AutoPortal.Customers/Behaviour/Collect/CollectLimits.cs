using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;

namespace AutoPortal.Customers.Behaviour.Collect;

/// <summary>Who may tell how much: posts of one address a minute, and events of one tenant a second. Counted per node.</summary>
internal sealed class CollectLimits(IOptions<CustomersOptions> options) : IAsyncDisposable
{
    private readonly PartitionedRateLimiter<(Guid Tenant, string Client)> _clients = PartitionedRateLimiter.Create<(Guid Tenant, string Client), (Guid, string)>(
        post => RateLimitPartition.GetSlidingWindowLimiter(post, _ => new()
        {
            PermitLimit = options.Value.CollectPostsPerClientMinute,
            Window = TimeSpan.FromMinutes(1),
            SegmentsPerWindow = 6,
        }));

    private readonly PartitionedRateLimiter<Guid> _tenants = PartitionedRateLimiter.Create<Guid, Guid>(
        tenant => RateLimitPartition.GetTokenBucketLimiter(tenant, _ => new()
        {
            TokenLimit = Math.Max(options.Value.EventsPerTenantSecond, options.Value.EventsPerPost),
            TokensPerPeriod = Math.Max(1, options.Value.EventsPerTenantSecond / 10),
            ReplenishmentPeriod = TimeSpan.FromMilliseconds(100),
        }));

    /// <summary>Whether this address may post once more.</summary>
    public bool Count(Guid tenantId, string clientKey)
    {
        using var lease = _clients.AttemptAcquire((tenantId, clientKey));
        return lease.IsAcquired;
    }

    /// <summary>Whether the tenant has room for so many events now.</summary>
    public bool HasRoom(Guid tenantId, int events)
    {
        using var lease = _tenants.AttemptAcquire(tenantId, events);
        return lease.IsAcquired;
    }

    public async ValueTask DisposeAsync()
    {
        await _clients.DisposeAsync();
        await _tenants.DisposeAsync();
    }
}
