namespace AutoPortal.Bench.Measures;

internal sealed class LeadBurst : IMeasure
{
    public IReadOnlyList<string> Ids { get; } = ["L2"];

    public Task<IReadOnlyList<Figure>> RunAsync(BenchContext bench, CancellationToken ct) => throw new BenchException("not yet");
}
