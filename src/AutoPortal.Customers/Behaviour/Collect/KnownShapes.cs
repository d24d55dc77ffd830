using System.Collections.Frozen;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Pages.Contracts;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.DependencyInjection;

namespace AutoPortal.Customers.Behaviour.Collect;

/// <summary>The blocks of versions of pages. A version never changes, so what is known stays known; that there is none is asked again soon.</summary>
internal sealed class KnownShapes(ScopeRunner scopes) : IDisposable
{
    private static readonly TimeSpan AsksAgainAfter = TimeSpan.FromSeconds(5);
    private readonly MemoryCache _known = new(new MemoryCacheOptions { SizeLimit = 5_000 });

    /// <returns>Ids of the blocks; null where the tenant has no such page.</returns>
    public async ValueTask<FrozenSet<string>?> FindAsync(Guid tenantId, Guid pageId, int version, CancellationToken ct)
    {
        var key = (tenantId, pageId, version);
        if (_known.TryGetValue(key, out FrozenSet<string>? blocks))
        {
            return blocks;
        }

        await scopes.RunAsync(
            new ScopeFacts(tenantId, "", Reach.Consumer) { Origin = nameof(KnownShapes) },
            async (services, stop) => blocks = (await services.GetRequiredService<IPageShapes>().FindAsync(pageId, version, stop))?.Blocks.Select(b => b.Id).ToFrozenSet(StringComparer.Ordinal),
            ct);
        _known.Set(key, blocks, new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = blocks is null ? AsksAgainAfter : null });
        return blocks;
    }

    public void Dispose() => _known.Dispose();
}
