using AutoPortal.Bench.Portal;
using AutoPortal.Bench.Processes;

namespace AutoPortal.Bench.Measures;

/// <summary>R1, R2: how long a node takes until it is ready on a current schema, and what it holds when nobody asks.</summary>
internal sealed class IdleAndStart : IMeasure
{
    private const double VendureIdleMegabytes = 231;
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(30);

    public IReadOnlyList<string> Ids { get; } = ["R1", "R2"];

    public async Task<IReadOnlyList<Figure>> RunAsync(BenchContext bench, CancellationToken ct)
    {
        var file = Path.Combine(bench.Scratch, "small.html");
        await File.WriteAllTextAsync(file, "<!DOCTYPE html><title>ready</title>", ct);
        var (rounds, resident) = (new Rounds(), new List<double>());
        for (var round = 0; round < bench.Options.Rounds; round++)
        {
            await using var kestrel = await Sample.StartAsync(bench, "page", "/page", [file], isProbed: false, ct);
            await using var node = await PortalNode.StartAsync(bench, ct, isProbed: false);
            rounds.Add(node.Started.TotalSeconds, kestrel.Started.TotalSeconds);
            if (round == bench.Options.Rounds - 1)
            {
                await Task.Delay(Idle, ct);
                resident.Add(node.Program.ResidentMegabytes());
            }
        }

        return
        [
            Figure.AtMost("R1", "process start → ready ÷ minimal Kestrel", rounds.Ours, rounds.Reference, "s", 10) with
            {
                Value = rounds.Ratio,
                IsMet = rounds.Ratio <= 10,
                Checked = "ready = database answers, schema current, listening",
            },
            Figure.AtMost("R2", "idle RSS ÷ Vendure idle", Rounds.Median(resident), VendureIdleMegabytes, "MB", 1.3) with
            {
                Checked = $"{Idle.TotalSeconds:0} s after ready; PostgreSQL not counted on either side",
            },
        ];
    }
}
