using AutoPortal.Bench.Circuits;
using AutoPortal.Bench.Processes;

namespace AutoPortal.Bench.Measures;

/// <summary>What a crowd costs a program.</summary>
internal sealed record CrowdFigures(
    double KilobytesPerCircuit,
    double P50,
    double P99,
    double ClicksPerSecond,
    double MegabytesBefore,
    double MegabytesAfter,
    int Rows,
    int Faults)
{
    private const double Megabyte = 1024 * 1024;

    /// <param name="crowd">Who comes, and where to.</param>
    /// <param name="probe">Looks into the program.</param>
    /// <param name="program">The program.</param>
    /// <param name="settle">How long closed circuits may still be kept; zero leaves the heap afterwards out.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task<CrowdFigures> TakeAsync(Crowd crowd, Probe probe, RunningProgram program, TimeSpan settle, CancellationToken ct)
    {
        var first = crowd.Again();
        await first.OpenAsync(40, ct);
        await first.ClickAsync(TimeSpan.FromSeconds(3), TimeSpan.FromMilliseconds(20), ct);
        // Without the time to forget them, those who came first stay: a closed circuit is kept for a while and would count as idle.
        if (settle > TimeSpan.Zero)
        {
            await first.CloseAsync();
            await Task.Delay(settle, ct);
        }

        var before = (await probe.AskAsync(program, ct)).HeapBytes;
        await crowd.OpenAsync(crowd.Options.Circuits, ct);
        var during = (await probe.AskAsync(program, ct)).HeapBytes;
        var length = TimeSpan.FromSeconds(Math.Max(10, crowd.Options.Seconds * 2));
        var delays = await crowd.ClickAsync(length, TimeSpan.FromSeconds(1), ct);
        var (faults, rows) = (crowd.Faults, crowd.Rows);
        await crowd.CloseAsync();
        await first.CloseAsync();
        await Task.Delay(settle, ct);
        var after = settle > TimeSpan.Zero ? (await probe.AskAsync(program, ct)).HeapBytes : before;
        return new(
            (during - before) / 1024.0 / crowd.Options.Circuits,
            Rounds.Quantile(delays, 0.50),
            Rounds.Quantile(delays, 0.99),
            delays.Count / length.TotalSeconds,
            before / Megabyte,
            after / Megabyte,
            rows,
            faults);
    }
}
