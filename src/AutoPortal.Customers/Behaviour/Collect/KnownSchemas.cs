using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Text.Json;
using AutoPortal.Customers.Data;
using AutoPortal.Kernel.Scopes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AutoPortal.Customers.Behaviour.Collect;

/// <summary>What may be told: the house's own events and those that the tenant declared. Read anew every few seconds, on every node.</summary>
internal sealed class KnownSchemas(ScopeRunner scopes, TimeProvider clock)
{
    private static readonly TimeSpan GoodFor = TimeSpan.FromSeconds(5);
    private readonly ConcurrentDictionary<Guid, (DateTimeOffset Until, FrozenDictionary<(string, short), DeclaredEvent> Declared)> _known = new();

    public async ValueTask<FrozenDictionary<(string Name, short Version), DeclaredEvent>> OfAsync(Guid tenantId, CancellationToken ct)
    {
        if (_known.TryGetValue(tenantId, out var known) && known.Until > clock.GetUtcNow())
        {
            return known.Declared;
        }

        var declared = HouseEvents.All.ToList();
        await scopes.RunAsync(tenantId, nameof(KnownSchemas), async (services, stop) => declared.AddRange(await ReadAsync(services, stop)), ct);
        // The house's own come first: nobody redeclares them.
        var all = declared.DistinctBy(d => (d.Name, d.Version)).ToFrozenDictionary(d => (d.Name, d.Version));
        _known[tenantId] = (clock.GetUtcNow() + GoodFor, all);
        return all;
    }

    /// <summary>For the node where something was declared: what comes next must fit at once.</summary>
    public void Forget(Guid tenantId) => _known.TryRemove(tenantId, out _);

    private static async Task<IReadOnlyList<DeclaredEvent>> ReadAsync(IServiceProvider services, CancellationToken ct)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<CustomersDb>>().CreateDbContextAsync(ct);
        var rows = await db.EventSchemas.AsNoTracking().ToListAsync(ct);
        return rows.ConvertAll(r => new DeclaredEvent(r.Name, r.Version, JsonSerializer.Deserialize<List<EventField>>(r.Fields, JsonSerializerOptions.Web) ?? []));
    }
}
