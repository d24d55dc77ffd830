namespace AutoPortal.Bench.Measures;

/// <summary>Takes one or several figures of the targets.</summary>
internal interface IMeasure
{
    /// <summary>Ids in the targets.</summary>
    IReadOnlyList<string> Ids { get; }

    Task<IReadOnlyList<Figure>> RunAsync(BenchContext bench, CancellationToken ct);
}
