namespace AutoPortal.Bench.Measures;

internal sealed class PhonePage : IMeasure
{
    public IReadOnlyList<string> Ids { get; } = ["P6"];

    public Task<IReadOnlyList<Figure>> RunAsync(BenchContext bench, CancellationToken ct) => throw new BenchException("not yet");
}
