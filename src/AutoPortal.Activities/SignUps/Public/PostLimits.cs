using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
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

    /// <summary>The network address, of IPv6 the part that one household has.</summary>
    public static string ClientKey(HttpContext http)
    {
        var address = http.Connection.RemoteIpAddress ?? IPAddress.None;
        address = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return address.AddressFamily is AddressFamily.InterNetworkV6
            ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8))
            : address.ToString();
    }

    public async ValueTask DisposeAsync()
    {
        await _clients.DisposeAsync();
        await _tenants.DisposeAsync();
    }
}
