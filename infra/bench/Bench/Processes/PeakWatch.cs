namespace AutoPortal.Bench.Processes;

/// <summary>Notes the most that a process holds resident from now on until it is disposed.</summary>
internal sealed class PeakWatch : IAsyncDisposable
{
    private static readonly TimeSpan Every = TimeSpan.FromMilliseconds(20);
    private readonly CancellationTokenSource _done = new();
    private readonly Task _watching;

    public PeakWatch(RunningProgram program)
    {
        Before = Peak = program.ResidentMegabytes();
        _watching = WatchAsync(program, _done.Token);
    }

    /// <summary>MB at the beginning.</summary>
    public double Before { get; }

    /// <summary>The most so far, in MB.</summary>
    public double Peak { get; private set; }

    public async ValueTask DisposeAsync()
    {
        await _done.CancelAsync();
        await _watching.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _done.Dispose();
    }

    private async Task WatchAsync(RunningProgram program, CancellationToken ct)
    {
        while (!program.HasExited)
        {
            Peak = Math.Max(Peak, program.ResidentMegabytes());
            await Task.Delay(Every, ct);
        }
    }
}
