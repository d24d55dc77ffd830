using System.Collections.Concurrent;

namespace AutoPortal.Activities.Consumer;

/// <summary>Lists for strangers as they were drawn; a rush costs one drawing every few seconds.</summary>
internal sealed class KnownLists(TimeProvider clock)
{
    private static readonly TimeSpan Life = TimeSpan.FromSeconds(5);
    private readonly ConcurrentDictionary<(Guid Tenant, string City, string Language), (DateTimeOffset Until, Lazy<Task<byte[]>> Page)> _kept = new();

    /// <param name="tenantId">The tenant.</param>
    /// <param name="city">One of the known cities or empty: anything else would let strangers fill the memory.</param>
    /// <param name="language">Of the page.</param>
    /// <param name="draw">Draws it.</param>
    public async Task<byte[]> GetAsync(Guid tenantId, string city, string language, Func<Task<byte[]>> draw)
    {
        var key = (tenantId, city, language);
        var now = clock.GetUtcNow();
        if (!_kept.TryGetValue(key, out var kept) || kept.Until <= now)
        {
            kept = (now + Life, new(draw));
            _kept[key] = kept;
        }

        try
        {
            return await kept.Page.Value;
        }
        catch
        {
            _kept.TryRemove(KeyValuePair.Create(key, kept));
            throw;
        }
    }
}
