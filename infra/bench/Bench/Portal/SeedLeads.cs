namespace AutoPortal.Bench.Portal;

internal static class SeedLeads
{
    public static Task EnsureAsync(BenchContext bench, int count, CancellationToken ct) => Task.CompletedTask;
}
