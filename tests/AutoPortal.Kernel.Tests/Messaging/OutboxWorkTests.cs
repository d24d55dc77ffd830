using AutoPortal.Kernel.Messaging;

namespace AutoPortal.Kernel.Tests.Messaging;

public sealed class OutboxWorkTests
{
    private static readonly OutboxKey Key = new("leads", new Guid("0198a000-0000-7000-8000-000000000001"));
    private readonly OutboxWork _work = new();

    [Fact]
    public async Task A_wake_up_during_the_work_brings_the_outbox_back_when_the_work_is_done()
    {
        _work.Add(Key);
        await _work.TakeAsync(default);

        _work.Add(Key);
        var again = _work.TakeAsync(default).AsTask();

        // A second worker would find the outbox locked and go away, and the message would wait for the sweep.
        again.IsCompleted.ShouldBeFalse();
        _work.Done(Key, hasMore: false);
        (await again.WaitAsync(TimeSpan.FromSeconds(5))).ShouldBe(Key);
    }

    [Fact]
    public async Task A_full_batch_brings_the_outbox_back_and_an_empty_one_does_not()
    {
        _work.Add(Key);
        await _work.TakeAsync(default);
        _work.Done(Key, hasMore: true);
        await _work.TakeAsync(default);
        _work.Done(Key, hasMore: false);

        using var patience = new CancellationTokenSource(TimeSpan.FromMilliseconds(50));
        await Should.ThrowAsync<OperationCanceledException>(async () => await _work.TakeAsync(patience.Token));
    }

    [Fact]
    public async Task Many_wake_ups_stand_in_line_once()
    {
        var other = Key with { Schema = "customers" };
        _work.Add(Key);
        _work.Add(Key);
        _work.Add(other);

        (await _work.TakeAsync(default)).ShouldBe(Key);
        (await _work.TakeAsync(default)).ShouldBe(other);
    }
}
