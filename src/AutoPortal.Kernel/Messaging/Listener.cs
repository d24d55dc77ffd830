#pragma warning disable RS0030 // LISTEN touches no table and no tenant's row.
using AutoPortal.Kernel.Postgres;
using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace AutoPortal.Kernel.Messaging;

/// <summary>Holds this node's LISTEN connection and hands every word on; after a broken connection all listeners are told to read anew.</summary>
internal sealed partial class Listener(PortalConnections connections, OutboxWork work, CommitSignals signals, TimeProvider clock, ILogger<Listener> log) : BackgroundService, ILiveBus
{
    private readonly ConcurrentDictionary<(Guid Tenant, string Topic), ConcurrentDictionary<object, Func<LiveMessage, Task>>> _listeners = new();

    /// <summary>Whether words arrive; a node that does not hear is not ready.</summary>
    public bool IsListening { get; private set; }

    public IDisposable Subscribe(Guid tenantId, string topic, Func<string, Task> listener)
        => Add((tenantId, topic), word => listener(word.Payload));

    public IDisposable SubscribeAll(string topic, Func<LiveMessage, Task> listener) => Add((Guid.Empty, topic), listener);

    public void Publish(LiveMessage message) => signals.Announce([message]);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var wait = TimeSpan.FromMilliseconds(200);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await ListenAsync(() => wait = TimeSpan.FromMilliseconds(200), stoppingToken);
            }
            catch (Exception fault) when (fault is NpgsqlException or IOException or TimeoutException)
            {
                IsListening = false;
                Broken(fault, wait);
                await Task.Delay(wait, clock, stoppingToken);
                wait = TimeSpan.FromMilliseconds(Math.Min(wait.TotalMilliseconds * 2, 10_000));
            }
        }
    }

    private async Task ListenAsync(Action connected, CancellationToken ct)
    {
        await using var connection = new NpgsqlConnection(connections.PortalListen);
        await connection.OpenAsync(ct);
        connection.Notification += (_, word) => OnWord(word.Channel, word.Payload);
        await using (var listen = new NpgsqlCommand($"LISTEN {Notifier.OutboxChannel}; LISTEN {Notifier.LiveChannel}", connection))
        {
            await listen.ExecuteNonQueryAsync(ct);
        }

        connected();
        IsListening = true;
        work.Sweep();
        foreach (var (key, _) in _listeners)
        {
            Tell(key, new LiveMessage(key.Tenant, key.Topic, LiveMessage.Resync));
        }

        while (true)
        {
            await connection.WaitAsync(ct);
        }
    }

    private void OnWord(string channel, string payload)
    {
        if (channel == Notifier.OutboxChannel)
        {
            if (OutboxKey.TryParse(payload, out var key))
            {
                work.Add(key);
            }

            return;
        }

        if (JsonSerializer.Deserialize<LiveMessage>(payload) is { } word)
        {
            Tell((word.TenantId, word.Topic), word);
            Tell((Guid.Empty, word.Topic), word);
        }
    }

    private void Tell((Guid Tenant, string Topic) key, LiveMessage word)
    {
        if (!_listeners.TryGetValue(key, out var listeners))
        {
            return;
        }

        foreach (var listener in listeners.Values)
        {
            _ = Task.Run(async () =>
            {
                try
                {
                    await listener(word);
                }
#pragma warning disable CA1031 // One screen's fault must not deafen the node.
                catch (Exception fault)
#pragma warning restore CA1031
                {
                    ListenerFailed(fault, word.Topic);
                }
            });
        }
    }

    private Subscription Add((Guid Tenant, string Topic) key, Func<LiveMessage, Task> listener)
    {
        var token = new object();
        _listeners.GetOrAdd(key, _ => new())[token] = ListenerCulture.Keep(listener);
        return new Subscription(() =>
        {
            if (_listeners.TryGetValue(key, out var listeners) && listeners.TryRemove(token, out _) && listeners.IsEmpty)
            {
                // A listener added in between is put back: removing needs the exact, still empty, pair.
                if (_listeners.TryRemove(key, out var removed) && !removed.IsEmpty)
                {
                    foreach (var (t, l) in removed)
                    {
                        _listeners.GetOrAdd(key, _ => new())[t] = l;
                    }
                }
            }
        });
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The listening connection broke; again in {Wait}")]
    private partial void Broken(Exception fault, TimeSpan wait);

    [LoggerMessage(Level = LogLevel.Error, Message = "A listener of {Topic} failed")]
    private partial void ListenerFailed(Exception fault, string topic);

    private sealed class Subscription(Action end) : IDisposable
    {
        private Action? _end = end;

        public void Dispose() => Interlocked.Exchange(ref _end, null)?.Invoke();
    }
}
