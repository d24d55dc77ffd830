namespace AutoPortal.Bench.Measures;

internal sealed class LeadIntake : IMeasure
{
    public IReadOnlyList<string> Ids { get; } = ["L1"];

    public Task<IReadOnlyList<Figure>> RunAsync(BenchContext bench, CancellationToken ct) => throw new BenchException("not yet");
}
