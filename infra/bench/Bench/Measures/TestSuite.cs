namespace AutoPortal.Bench.Measures;

/// <summary>R3: taken from the caller, who timed the suite on a machine doing nothing else.</summary>
internal sealed class TestSuite : IMeasure
{
    private const double TargetMinutes = 15;

    public IReadOnlyList<string> Ids { get; } = ["R3"];

    public Task<IReadOnlyList<Figure>> RunAsync(BenchContext bench, CancellationToken ct)
    {
        var figure = new Figure("R3", "full test suite") { Target = "≤ 15 min", Checked = "run with --suite to time it" };
        if (bench.Options.SuiteMinutes is { } minutes)
        {
            figure = figure with { Ours = Figure.Show(minutes, "min"), Value = minutes, IsMet = minutes <= TargetMinutes, Checked = "every test passed" };
        }

        return Task.FromResult<IReadOnlyList<Figure>>([figure]);
    }
}
