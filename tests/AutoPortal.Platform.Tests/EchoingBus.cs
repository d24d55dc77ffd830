using AutoPortal.Kernel.Messaging;

namespace AutoPortal.Platform.Tests;

/// <summary>A bus of one node whose words are heard at once, on the thread of whoever says them.</summary>
internal sealed class EchoingBus : ILiveBus
{
    private readonly Lock _gate = new();
    private readonly List<(Guid? Tenant, string Topic, Func<LiveMessage, Task> Listener)> _listeners = [];

    public IDisposable Subscribe(Guid tenantId, string topic, Func<string, Task> listener) => Add((tenantId, topic, message => listener(message.Payload)));

    public IDisposable SubscribeAll(string topic, Func<LiveMessage, Task> listener) => Add((null, topic, listener));

    public void Publish(LiveMessage message)
    {
        List<(Guid? Tenant, string Topic, Func<LiveMessage, Task> Listener)> heard;
        lock (_gate)
        {
            heard = _listeners.FindAll(l => l.Topic == message.Topic && (l.Tenant is null || l.Tenant == message.TenantId));
        }

        heard.ForEach(l => l.Listener(message).GetAwaiter().GetResult());
    }

    private Subscription Add((Guid? Tenant, string Topic, Func<LiveMessage, Task> Listener) listener)
    {
        lock (_gate)
        {
            _listeners.Add(listener);
        }

        return new Subscription(() =>
        {
            lock (_gate)
            {
                _listeners.Remove(listener);
            }
        });
    }

    private sealed class Subscription(Action end) : IDisposable
    {
        public void Dispose() => end();
    }
}
