using System.Collections.Concurrent;

namespace AutoPortal.Platform.Directories;

/// <summary>Keeps what was read until it is told to forget. Whoever asks while a read runs waits for that read.</summary>
internal sealed class Remembered<TKey, T>(Func<TKey, Task<T>> read) where TKey : notnull
{
    private readonly ConcurrentDictionary<TKey, Lazy<Task<T>>> _kept = new();

    public async ValueTask<T> GetAsync(TKey key, CancellationToken ct)
    {
        var entry = _kept.GetOrAdd(key, k => new Lazy<Task<T>>(() => read(k)));
        try
        {
            return await entry.Value.WaitAsync(ct);
        }
        finally
        {
            if (entry.Value.IsFaulted)
            {
                _kept.TryRemove(KeyValuePair.Create(key, entry));
            }
        }
    }

    public void Forget(Func<TKey, bool> which)
    {
        foreach (var key in _kept.Keys.Where(which))
        {
            _kept.TryRemove(key, out _);
        }
    }
}
