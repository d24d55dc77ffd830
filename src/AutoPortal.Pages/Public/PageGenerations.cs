using System.Collections.Concurrent;

namespace AutoPortal.Pages.Public;

/// <summary>Counts a page's publications as this node heard of them; a drawing is good for the number that it was begun with.</summary>
/// <remarks>Letting go of drawings alone has a hole: a page that is being drawn meanwhile would be kept old, and stay.</remarks>
internal sealed class PageGenerations
{
    private readonly ConcurrentDictionary<(Guid TenantId, string Page), long> _pages = new();
    private long _all;

    /// <summary>The number of a page now.</summary>
    public PageGeneration Of(Guid tenantId, string page) => new(Interlocked.Read(ref _all), _pages.GetValueOrDefault((tenantId, page)));

    public void Next(Guid tenantId, string page) => _pages.AddOrUpdate((tenantId, page), 1, (_, n) => n + 1);

    public void NextOfAll() => Interlocked.Increment(ref _all);
}

/// <param name="All">How often this node had to forget everything.</param>
/// <param name="Page">How often it heard that this page has changed.</param>
internal readonly record struct PageGeneration(long All, long Page);
