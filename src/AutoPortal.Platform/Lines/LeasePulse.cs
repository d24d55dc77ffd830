using AutoPortal.Kernel.Data;
using Npgsql;

namespace AutoPortal.Platform.Lines;

/// <summary>Says that its worker lives, three times a lease until it is disposed, however long one step of the work takes: so a lease can be short.</summary>
internal sealed class LeasePulse : IAsyncDisposable
{
    private readonly CancellationTokenSource _done;
    private readonly Task _beating;

    /// <param name="renew">Prolongs the lease; answers false where it is lost.</param>
    /// <param name="lease">How long one renewal holds.</param>
    /// <param name="clock">Real time, or a test's.</param>
    /// <param name="ct">The process ends.</param>
    public LeasePulse(Func<CancellationToken, Task<bool>> renew, TimeSpan lease, TimeProvider clock, CancellationToken ct)
    {
        _done = CancellationTokenSource.CreateLinkedTokenSource(ct);
        _beating = BeatAsync(renew, lease / 3, clock, _done.Token);
    }

    public async ValueTask DisposeAsync()
    {
        await _done.CancelAsync();
        await _beating.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _done.Dispose();
    }

    private static async Task BeatAsync(Func<CancellationToken, Task<bool>> renew, TimeSpan every, TimeProvider clock, CancellationToken ct)
    {
        var holds = true;
        while (holds)
        {
            await Task.Delay(every, clock, ct);
            try
            {
                holds = await renew(ct);
            }
            catch (Exception fault) when (fault is NpgsqlException || DatabaseFaults.IsPassing(fault))
            {
                // The work itself meets the same fault, and knows what to do about it.
            }
        }
    }
}
