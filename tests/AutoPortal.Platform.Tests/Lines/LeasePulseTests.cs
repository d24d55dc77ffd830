using AutoPortal.Platform.Lines;

namespace AutoPortal.Platform.Tests.Lines;

public sealed class LeasePulseTests
{
    private static readonly TimeSpan Lease = TimeSpan.FromMilliseconds(60);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task A_worker_that_is_busy_with_one_long_step_keeps_its_lease()
    {
        var (renewed, count) = (new TaskCompletionSource(), 0);

        await using var pulse = new LeasePulse(_ => Task.FromResult(++count < 5 || !renewed.TrySetResult()), Lease, TimeProvider.System, default);

        await renewed.Task.WaitAsync(Patience);
    }

    [Fact]
    public async Task A_database_that_is_away_for_a_moment_does_not_end_it()
    {
        var (renewed, count) = (new TaskCompletionSource(), 0);

        await using var pulse = new LeasePulse(_ => ++count == 1 ? throw new TimeoutException() : Task.FromResult(renewed.TrySetResult()), Lease, TimeProvider.System, default);

        await renewed.Task.WaitAsync(Patience);
    }

    [Fact]
    public async Task A_lost_lease_is_not_taken_back()
    {
        var count = 0;

        await using (new LeasePulse(_ => Task.FromResult(++count > 1), Lease, TimeProvider.System, default))
        {
            await Task.Delay(Lease * 5);
        }

        count.ShouldBe(1);
    }
}
