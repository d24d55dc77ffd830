using System.Text.Json;

namespace AutoPortal.Bench.Processes;

/// <summary>What a process says of itself after a full collection.</summary>
/// <param name="HeapBytes">Managed heap in use.</param>
/// <param name="Counts">The portal's own counters, by name, since the start.</param>
internal sealed record ProbeAnswer(long HeapBytes, IReadOnlyDictionary<string, long> Counts);

/// <summary>Asks the startup hook inside a measured process.</summary>
internal sealed class Probe(string hook, string file)
{
    private static readonly TimeSpan Within = TimeSpan.FromSeconds(60);

    public IReadOnlyDictionary<string, string> Environment { get; } = new Dictionary<string, string>
    {
        ["DOTNET_STARTUP_HOOKS"] = hook,
        ["BENCH_PROBE"] = file,
    };

    public async Task<ProbeAnswer> AskAsync(RunningProgram program, CancellationToken ct)
    {
        File.Delete(file);
        await program.SignalAsync("USR2", ct);
        var until = DateTimeOffset.UtcNow + Within;
        while (!File.Exists(file))
        {
            if (program.HasExited || DateTimeOffset.UtcNow > until)
            {
                throw new BenchException($"The process did not answer its probe: {program.Said.Trim()}");
            }

            await Task.Delay(20, ct);
        }

        return JsonSerializer.Deserialize<ProbeAnswer>(await File.ReadAllTextAsync(file, ct))!;
    }
}
