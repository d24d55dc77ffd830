using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Threading.Channels;

namespace AutoPortal.Kernel.Messaging;

/// <summary>Collects what commits want to tell the nodes; <see cref="Notifier"/> sends it, at most once in 10 ms.</summary>
[SuppressMessage("Design", "MA0046", Justification = "Not an event pattern.")]
internal sealed class CommitSignals
{
    private readonly ConcurrentDictionary<OutboxKey, byte> _outboxes = new();
    private readonly ConcurrentQueue<LiveMessage> _words = new();
    private readonly Channel<byte> _bell = Channel.CreateBounded<byte>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public ChannelReader<byte> Bell => _bell.Reader;

    public void OutboxHasWork(string schema, Guid tenantId)
    {
        _outboxes[new OutboxKey(schema, tenantId)] = 0;
        _bell.Writer.TryWrite(0);
    }

    public void Announce(IEnumerable<LiveMessage> words)
    {
        var any = false;
        foreach (var word in words)
        {
            _words.Enqueue(word);
            any = true;
        }

        if (any)
        {
            _bell.Writer.TryWrite(0);
        }
    }

    public (IReadOnlyList<OutboxKey> Outboxes, IReadOnlyList<LiveMessage> Words) Take()
    {
        var outboxes = new List<OutboxKey>();
        foreach (var key in _outboxes.Keys)
        {
            if (_outboxes.TryRemove(key, out _))
            {
                outboxes.Add(key);
            }
        }

        var words = new List<LiveMessage>();
        while (_words.TryDequeue(out var word))
        {
            words.Add(word);
        }

        return (outboxes, words);
    }
}

/// <summary>One tenant's outbox in one module.</summary>
internal readonly record struct OutboxKey(string Schema, Guid TenantId)
{
    public string ToWord() => $"{Schema}:{TenantId:N}";

    public static bool TryParse(string word, out OutboxKey key)
    {
        var colon = word.IndexOf(':', StringComparison.Ordinal);
        if (colon > 0 && Guid.TryParse(word.AsSpan(colon + 1), out var tenant))
        {
            key = new OutboxKey(word[..colon], tenant);
            return true;
        }

        key = default;
        return false;
    }
}
