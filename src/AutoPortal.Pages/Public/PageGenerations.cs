using System.Collections.Concurrent;

namespace AutoPortal.Pages.Public;

/// <summary>Counts a page's publications as this node heard of them; the number is part of the cache key.</summary>
/// <remarks>Evicting alone has a hole: a page that is being drawn while the eviction runs would be stored old, and stay. Under its old number nobody asks for it.</remarks>
internal sealed class PageGenerations
{
    private readonly ConcurrentDictionary<(Guid TenantId, string Page), long> _pages = new();
    private long _all;

    /// <summary>What to put into the key of a page now.</summary>
    public string Of(Guid tenantId, string page) => $"{Interlocked.Read(ref _all)}.{_pages.GetValueOrDefault((tenantId, page))}";

    public void Next(Guid tenantId, string page) => _pages.AddOrUpdate((tenantId, page), 1, (_, n) => n + 1);

    public void NextOfAll() => Interlocked.Increment(ref _all);
}
