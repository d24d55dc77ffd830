using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;

namespace AutoPortal.Activities.SignUps.Public;

/// <summary>Who may post how often: one address a minute, and one tenant at once. Counted per node.</summary>
internal sealed class PostLimits(IOptions<ActivitiesOptions> options) : IAsyncDisposable
{
    private readonly PartitionedRateLimiter<(Guid Tenant, string Client)> _clients = PartitionedRateLimiter.Create<(Guid Tenant, string Client), (Guid, string)>(
        post => RateLimitPartition.GetSlidingWindowLimiter(post, _ => new()
        {
            PermitLimit = options.Value.PostsPerClientMinute,
            Window = TimeSpan.FromMinutes(1),
            SegmentsPerWindow = 6,
        }));

    private readonly PartitionedRateLimiter<Guid> _tenants = PartitionedRateLimiter.Create<Guid, Guid>(
        tenant => RateLimitPartition.GetConcurrencyLimiter(tenant, _ => new()
        {
            PermitLimit = options.Value.PostsAtOnce,
            QueueLimit = options.Value.PostsWaiting,
            QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
        }));

    /// <summary>Whether this address may post once more.</summary>
    public bool Count(Guid tenantId, string clientKey)
    {
        using var lease = _clients.AttemptAcquire((tenantId, clientKey));
        return lease.IsAcquired;
    }

    /// <summary>Waits for the tenant's turn; dispose the lease when done.</summary>
    public ValueTask<RateLimitLease> EnterAsync(Guid tenantId, CancellationToken ct) => _tenants.AcquireAsync(tenantId, 1, ct);

    public async ValueTask DisposeAsync()
    {
        await _clients.DisposeAsync();
        await _tenants.DisposeAsync();
    }
}
