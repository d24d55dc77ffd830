using AutoPortal.Kernel.Messaging;

namespace AutoPortal.Ui;

/// <summary>Hears a topic on which a rush may bring hundreds of words a second, and acts once in a while: people read no faster.</summary>
public static class CalmListening
{
    /// <summary>Subscribes until it is disposed; nothing is done after that.</summary>
    /// <param name="bus">Where the words come from.</param>
    /// <param name="tenantId">Whose.</param>
    /// <param name="topic">What about.</param>
    /// <param name="every">From the first word to the act; whatever comes in between is one with it.</param>
    /// <param name="clock">Tells the time.</param>
    /// <param name="changed">The act; from any thread.</param>
    public static IDisposable SubscribeCalmly(this ILiveBus bus, Guid tenantId, string topic, TimeSpan every, TimeProvider clock, Func<Task> changed)
    {
        var calm = new Calm(every, clock, changed);
        calm.Begin(bus, tenantId, topic);
        return calm;
    }

    private sealed class Calm(TimeSpan every, TimeProvider clock, Func<Task> changed) : IDisposable
    {
        private readonly ScreenLifetime _leaving = new();
        private IDisposable? _subscription;
        private int _isWaiting;

        public void Begin(ILiveBus bus, Guid tenantId, string topic) => _subscription = bus.Subscribe(tenantId, topic, _ => HearAsync());

        public void Dispose()
        {
            _subscription?.Dispose();
            _leaving.Dispose();
        }

        private async Task HearAsync()
        {
            if (Interlocked.Exchange(ref _isWaiting, 1) == 1)
            {
                return;
            }

            try
            {
                await Task.Delay(every, clock, _leaving.Token);
            }
            catch (OperationCanceledException)
            {
                return;
            }

            Interlocked.Exchange(ref _isWaiting, 0);
            await changed();
        }
    }
}
