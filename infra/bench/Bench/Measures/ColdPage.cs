using AutoPortal.Bench.Portal;

namespace AutoPortal.Bench.Measures;

/// <summary>P5: a thousand requests at once on a page that a node has never drawn.</summary>
internal sealed class ColdPage : IMeasure
{
    /// <summary>The portal's own counter of pages drawn.</summary>
    public const string Renders = "pages.renders";

    private const int AtOnce = 1_000;
    private const int Nodes = 2;

    public IReadOnlyList<string> Ids { get; } = ["P5"];

    public async Task<IReadOnlyList<Figure>> RunAsync(BenchContext bench, CancellationToken ct)
    {
        var drawn = new List<long>();
        var (good, kinds) = (0, 0);
        for (var node = 0; node < Nodes; node++)
        {
            await using var fresh = await PortalNode.StartAsync(bench, ct);
            var before = (await fresh.AskAsync(ct)).Counts.GetValueOrDefault(Renders);
            var answers = await AskAllAsync(fresh.Page, ct);
            drawn.Add((await fresh.AskAsync(ct)).Counts.GetValueOrDefault(Renders) - before);
            good += answers.Count(a => a.IsGood);
            kinds = Math.Max(kinds, answers.Select(a => a.Body).Distinct(StringComparer.Ordinal).Count());
        }

        var most = drawn.Max();
        return
        [
            new Figure("P5", "1,000 requests at once on a cold page")
            {
                Ours = string.Join(" and ", drawn) + " renders on two nodes",
                Reference = "1 a node",
                Value = most,
                Target = "1",
                IsMet = drawn.TrueForAll(d => d == 1),
                IsSound = good == AtOnce * Nodes && kinds == 1,
                Checked = $"{good} of {AtOnce * Nodes} answered 200; different bodies on a node: {kinds}",
            },
        ];
    }

    private static async Task<IReadOnlyList<(bool IsGood, string Body)>> AskAllAsync(string address, CancellationToken ct)
    {
        using var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = AtOnce });
        return await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(async _ =>
        {
            using var answer = await http.GetAsync(new Uri(address), ct);
            return (answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(ct));
        }));
    }
}
