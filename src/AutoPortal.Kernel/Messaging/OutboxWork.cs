using System.Threading.Channels;

namespace AutoPortal.Kernel.Messaging;

/// <summary>Which outboxes wait on this node: each at most once in line and on one worker, so that a busy tenant stands in line like the others.</summary>
internal sealed class OutboxWork
{
    private readonly HashSet<OutboxKey> _waiting = [];
    private readonly HashSet<OutboxKey> _taken = [];
    private readonly HashSet<OutboxKey> _rung = [];
    private readonly Channel<OutboxKey> _line = Channel.CreateUnbounded<OutboxKey>();
    private readonly Channel<byte> _sweeps = Channel.CreateBounded<byte>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly Lock _gate = new();

    public ChannelReader<byte> Sweeps => _sweeps.Reader;

    public void Sweep() => _sweeps.Writer.TryWrite(0);

    public void Add(OutboxKey key)
    {
        lock (_gate)
        {
            if (_taken.Contains(key))
            {
                // Its worker may have read before this message was there, and a second one would find the outbox locked: again, after it.
                _rung.Add(key);
                return;
            }

            Enqueue(key);
        }
    }

    /// <summary>The next in line; the caller says when it is done with it.</summary>
    public async ValueTask<OutboxKey> TakeAsync(CancellationToken ct)
    {
        var key = await _line.Reader.ReadAsync(ct);
        lock (_gate)
        {
            _waiting.Remove(key);
            _taken.Add(key);
        }

        return key;
    }

    /// <summary>Puts it in line again where more waits, or where a wake-up came meanwhile.</summary>
    public void Done(OutboxKey key, bool hasMore)
    {
        lock (_gate)
        {
            _taken.Remove(key);
            if (_rung.Remove(key) || hasMore)
            {
                Enqueue(key);
            }
        }
    }

    private void Enqueue(OutboxKey key)
    {
        if (_waiting.Add(key))
        {
            _line.Writer.TryWrite(key);
        }
    }
}
