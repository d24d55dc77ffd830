using AutoPortal.Bench.Processes;

namespace AutoPortal.Bench.Measures;

/// <summary>P3: the page drawn from the database every time, against static rendering of as many bytes without a database.</summary>
/// <remarks>A request that carries a cookie is never answered from the cache (design §3), so that each one is drawn.</remarks>
internal sealed class FirstRender : IMeasure
{
    private const string Credentials = "Cookie: bench=1";

    public IReadOnlyList<string> Ids { get; } = ["P3"];

    public async Task<IReadOnlyList<Figure>> RunAsync(BenchContext bench, CancellationToken ct)
    {
        var page = await PageBytes.GetAsync(bench, ct);
        await using var sample = await Sample.StartAsync(bench, "render", "/page?cards=1", [], isProbed: false, ct);
        var cards = await CardsAsync(sample, page.Length, ct);
        var samplePage = sample.Address + FormattableString.Invariant($"/page?cards={cards}");
        var seconds = bench.Options.Seconds;
        await Wrk.RunAsync(samplePage, seconds, ct);
        await Wrk.RunAsync(bench.Node.Page, seconds, ct, Credentials);

        var before = await bench.Node.AskAsync(ct);
        var (rounds, answered, errors) = (new Rounds(), 0L, 0L);
        for (var round = 0; round < bench.Options.Rounds; round++)
        {
            var theirs = await Wrk.RunAsync(samplePage, seconds, ct);
            var ours = await Wrk.RunAsync(bench.Node.Page, seconds, ct, Credentials);
            rounds.Add(ours.PerSecond, theirs.PerSecond);
            answered += ours.Requests;
            errors += ours.Errors + theirs.Errors;
        }

        var drawn = (await bench.Node.AskAsync(ct)).Counts.GetValueOrDefault(ColdPage.Renders) - before.Counts.GetValueOrDefault(ColdPage.Renders);
        return
        [
            Figure.AtLeast("P3", $"first render ÷ minimal Blazor SSR ({cards} cards)", rounds, "req/s", 0.35) with
            {
                // Requests under way when a load ends are drawn, too, those of the load before the first round included.
                IsSound = errors == 0 && drawn >= answered && drawn <= answered + ((long)Wrk.Connections * (bench.Options.Rounds + 1)),
                Checked = $"{PageBytes.Kilobytes(page.Length)}; answers {answered}, renders {drawn}; errors {errors}",
            },
        ];
    }

    /// <summary>How many cards make as many bytes.</summary>
    private static async Task<int> CardsAsync(Sample sample, int bytes, CancellationToken ct)
    {
        using var http = new HttpClient();
        async Task<int> SizeAsync(int cards) => (await http.GetByteArrayAsync(new Uri(sample.Address + FormattableString.Invariant($"/page?cards={cards}")), ct)).Length;
        var (few, many) = (await SizeAsync(10), await SizeAsync(60));
        return Math.Max(1, 10 + (int)Math.Round((bytes - few) * 50.0 / (many - few)));
    }
}
