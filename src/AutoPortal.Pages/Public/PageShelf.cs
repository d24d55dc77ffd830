using System.Collections.Concurrent;
using AutoPortal.Platform.Contracts;
using Microsoft.Extensions.Options;

namespace AutoPortal.Pages.Public;

/// <summary>The pages that this node has drawn, or is drawing: whoever asks meanwhile waits for that one drawing.</summary>
/// <remarks>A drawing under way and a finished one are the same entry, so that no moment lies between them in which a late request finds neither.</remarks>
internal sealed class PageShelf(PageGenerations generations, IOptions<PagesOptions> options, TimeProvider clock)
{
    private readonly ConcurrentDictionary<PageAddress, PageDrawing> _drawings = new();

    /// <summary>The page that an address means.</summary>
    public PagePlace? PlaceOf(PageAddress address)
        => _drawings.TryGetValue(address, out var drawing) ? drawing.Place : PagePlace.Of(address.Path);

    /// <summary>The drawing that answers now.</summary>
    /// <returns>Where <c>IsMine</c>, the caller has to draw and to tell <see cref="Finish"/> what came of it.</returns>
    public (PageDrawing Drawing, bool IsMine) Take(PageAddress address, PagePlace place, TenantFacts tenant)
    {
        var generation = generations.Of(tenant.Id, place.Page);
        var now = clock.GetUtcNow();
        while (true)
        {
            var known = _drawings.GetValueOrDefault(address);
            if (known is not null && known.Until > now && known.Generation == generation && known.Tenant == tenant)
            {
                return (known, false);
            }

            var mine = new PageDrawing(address, place, tenant, generation, now.AddMinutes(options.Value.CacheMinutes));
            if (known is null ? _drawings.TryAdd(address, mine) : _drawings.TryUpdate(address, mine, known))
            {
                return (mine, true);
            }
        }
    }

    /// <summary>Ends a drawing: everybody who waits gets the page, or hears that there is none to keep.</summary>
    public void Finish(PageDrawing drawing, DrawingEnd end)
    {
        if (end.Page is null)
        {
            _drawings.TryRemove(KeyValuePair.Create(drawing.Address, drawing));
        }

        drawing.Finish(end);
        if (end.Page is not null)
        {
            MakeRoom(options.Value.CacheMegabytes * 1024L * 1024);
        }
    }

    private void MakeRoom(long limit)
    {
        var taken = _drawings.Sum(d => d.Value.Bytes);
        if (taken <= limit)
        {
            return;
        }

        foreach (var (address, drawing) in _drawings.OrderBy(d => d.Value.Until))
        {
            if (drawing.Bytes > 0 && _drawings.TryRemove(KeyValuePair.Create(address, drawing)) && (taken -= drawing.Bytes) <= limit / 4 * 3)
            {
                return;
            }
        }
    }
}
