using AutoPortal.Bench.Circuits;
using AutoPortal.Bench.Portal;
using AutoPortal.Bench.Processes;

namespace AutoPortal.Bench.Measures;

/// <summary>B1, B2, B3: many people on the lead list, against as many on a bare grid of 50 rows.</summary>
internal sealed class StaffCircuits : IMeasure
{
    public const string List = "/app/leads?tab=all";
    private static readonly TimeSpan Retention = TimeSpan.FromMinutes(3);

    public IReadOnlyList<string> Ids { get; } = ["B1", "B2", "B3"];

    public async Task<IReadOnlyList<Figure>> RunAsync(BenchContext bench, CancellationToken ct)
    {
        var cookies = await SignIn.AsAsync(SignIn.Operator, bench.Node.Address, ct);
        await SeedLeads.EnsureAsync(bench, 60, ct);
        CrowdFigures theirs;
        await using (var sample = await Sample.StartAsync(bench, "grid", "/grid", [], isProbed: true, ct))
        {
            theirs = await CrowdFigures.TakeAsync(new(sample.Address, "/grid", "", bench.Options), sample.Probe, sample.Program, TimeSpan.Zero, ct);
        }

        var settle = bench.Options.Asks("B3") ? Retention : TimeSpan.Zero;
        var ours = await CrowdFigures.TakeAsync(new(bench.Node.Address, List, cookies, bench.Options), bench.Node.Probe, bench.Node.Program, settle, ct);
        var circuits = bench.Options.Circuits;
        var isSound = ours.Faults == 0 && theirs.Faults == 0;
        Figure[] figures =
        [
            Figure.AtMost("B1", "circuit of the lead list ÷ bare grid 50 × 6", ours.KilobytesPerCircuit, theirs.KilobytesPerCircuit, "KB", 2.0) with
            {
                IsSound = isSound,
                Checked = $"{circuits} circuits open with {ours.Rows} rows on screen each; broken {ours.Faults}",
            },
            Figure.AtMost("B2", $"click → rows drawn, {circuits} circuits, 1/s each, p99", ours.P99, theirs.P99, "ms", 2.0) with
            {
                IsSound = isSound,
                Checked = $"clicks/s {ours.ClicksPerSecond:0} and {theirs.ClicksPerSecond:0}; p50 {ours.P50:0.0} and {theirs.P50:0.0} ms; each click drew another page",
            },
            Figure.AtMost("B3", "heap 3 min after all closed ÷ before", ours.MegabytesAfter, ours.MegabytesBefore, "MB", 1.10) with { IsSound = isSound },
        ];
        return [.. figures.Where(figure => bench.Options.Asks(figure.Id))];
    }
}
