using System.Threading.Channels;

namespace AutoPortal.Kernel.Messaging;

/// <summary>Which outboxes wait on this node: each at most once in line, so that a busy tenant stands in line like the others.</summary>
internal sealed class OutboxWork
{
    private readonly HashSet<OutboxKey> _waiting = [];
    private readonly Channel<OutboxKey> _line = Channel.CreateUnbounded<OutboxKey>();
    private readonly Channel<byte> _sweeps = Channel.CreateBounded<byte>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly Lock _gate = new();

    public ChannelReader<byte> Sweeps => _sweeps.Reader;

    public void Sweep() => _sweeps.Writer.TryWrite(0);

    public void Add(OutboxKey key)
    {
        lock (_gate)
        {
            if (_waiting.Add(key))
            {
                _line.Writer.TryWrite(key);
            }
        }
    }

    /// <summary>The next in line; a wake-up that comes while it is worked on puts it in line again.</summary>
    public async ValueTask<OutboxKey> TakeAsync(CancellationToken ct)
    {
        var key = await _line.Reader.ReadAsync(ct);
        lock (_gate)
        {
            _waiting.Remove(key);
        }

        return key;
    }
}
