using AutoPortal.Bench.Measures;

namespace AutoPortal.Bench;

/// <summary>Takes the measures one after the other and prints the table.</summary>
internal static class BenchRun
{
    public static async Task<int> RunAsync(BenchOptions options, IReadOnlyList<IMeasure> measures, CancellationToken ct)
    {
        await using var bench = await BenchContext.OpenAsync(options, ct);
        var figures = new List<Figure>();
        foreach (var measure in measures)
        {
            await Console.Error.WriteLineAsync($"… {string.Join(", ", measure.Ids)}".AsMemory(), ct);
            try
            {
                figures.AddRange(await measure.RunAsync(bench, ct));
            }
            catch (Exception fault) when (fault is BenchException or HttpRequestException or TimeoutException or Npgsql.NpgsqlException or IOException or Microsoft.Playwright.PlaywrightException)
            {
                figures.Add(new Figure(measure.Ids[0], measure.GetType().Name) { IsSound = false, Checked = fault.Message.ReplaceLineEndings(" ") });
            }

            await Console.Error.WriteLineAsync(BenchTable.Of([.. figures.TakeLast(1)]).Split('\n')[^1].AsMemory(), ct);
        }

        await Console.Out.WriteLineAsync(BenchTable.Of(figures).AsMemory(), ct);
        return figures.Exists(f => !f.IsSound) ? 1 : 0;
    }
}
