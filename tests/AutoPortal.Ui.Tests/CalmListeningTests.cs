using AutoPortal.Kernel.Messaging;

namespace AutoPortal.Ui.Tests;

public sealed class CalmListeningTests
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(1);
    private readonly ManualClock _clock = new(new DateTimeOffset(2026, 11, 26, 0, 0, 0, TimeSpan.Zero));
    private readonly OneTopic _bus = new();
    private int _acts;

    [Fact]
    public async Task Many_words_in_a_rush_are_one_act_and_a_later_word_is_another()
    {
        using var listening = Listen();

        var rush = Enumerable.Range(0, 100).Select(_ => _bus.SayAsync()).ToList();
        _acts.ShouldBe(0);
        _clock.Advance(Every);
        await Task.WhenAll(rush);
        _acts.ShouldBe(1);

        var later = _bus.SayAsync();
        _clock.Advance(Every);
        await later;
        _acts.ShouldBe(2);
    }

    [Fact]
    public async Task Nothing_is_done_for_whoever_left_while_a_word_was_waiting()
    {
        var listening = Listen();
        var word = _bus.SayAsync();

        listening.Dispose();
        _clock.Advance(Every);

        await word;
        (_acts, _bus.HasListeners).ShouldBe((0, false));
    }

    private IDisposable Listen() => _bus.SubscribeCalmly(Guid.Empty, "topic", Every, _clock, () =>
    {
        _acts++;
        return Task.CompletedTask;
    });

    private sealed class OneTopic : ILiveBus
    {
        private Func<string, Task>? _hear;

        public bool HasListeners => _hear is not null;

        public Task SayAsync() => _hear!("");

        public IDisposable Subscribe(Guid tenantId, string topic, Func<string, Task> listener)
        {
            _hear = listener;
            return new Ending(this);
        }

        public IDisposable SubscribeAll(string topic, Func<LiveMessage, Task> listener) => throw new NotSupportedException();

        public void Publish(LiveMessage message) => throw new NotSupportedException();

        private sealed class Ending(OneTopic bus) : IDisposable
        {
            public void Dispose() => bus._hear = null;
        }
    }
}
