using System.Collections.Concurrent;
using AutoPortal.Pages.Documents;

namespace AutoPortal.Pages.Builder.Edits;

/// <summary>Documents of drafts that somebody works on, by page and number. A number names one document for ever, so nothing here can be stale; reading a page of 1,500 blocks anew for each key would cost more than all the rest.</summary>
internal sealed class DraftShelf
{
    private const int Most = 200;
    private readonly ConcurrentDictionary<(Guid Tenant, Guid Page, int Revision), (PageDocument Document, long Used)> _kept = new();
    private long _clock;

    public PageDocument? Find(Guid tenantId, Guid pageId, int revision)
    {
        var key = (tenantId, pageId, revision);
        if (!_kept.TryGetValue(key, out var found))
        {
            return null;
        }

        _kept[key] = (found.Document, Interlocked.Increment(ref _clock));
        return found.Document;
    }

    public void Put(Guid tenantId, Guid pageId, int revision, PageDocument document)
    {
        _kept[(tenantId, pageId, revision)] = (document, Interlocked.Increment(ref _clock));
        if (_kept.Count <= Most)
        {
            return;
        }

        foreach (var (key, _) in _kept.OrderBy(k => k.Value.Used).Take(Most / 4).ToList())
        {
            _kept.TryRemove(key, out _);
        }
    }
}
