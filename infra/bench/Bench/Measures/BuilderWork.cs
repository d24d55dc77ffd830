using System.Text.Json;
using AutoPortal.Bench.Portal;

namespace AutoPortal.Bench.Measures;

/// <summary>P8: what the hands do in a builder with 1,500 blocks, over its real circuit.</summary>
internal sealed class BuilderWork : IMeasure
{
    private const int Blocks = 1_500;
    private const int Warm = 20;

    public IReadOnlyList<string> Ids { get; } = ["P8"];

    public async Task<IReadOnlyList<Figure>> RunAsync(BenchContext bench, CancellationToken ct)
    {
        var book = new PageBook(bench.Home);
        var page = await book.DraftAsync("bench-builder", Blocks, ct);
        using var http = new HttpClient(new SocketsHttpHandler { UseCookies = false });
        var cookies = await SignIn.AsAsync(SignIn.Operator, bench.Node.Address, ct);
        await using var builder = await OpenBuilder.OpenAsync(http, cookies, bench.Node.Address, page, ct);
        await builder.StartAsync(0, ct);

        var (delays, faults, done) = (new List<double>(), 0, 0);
        for (var round = 0; round < bench.Options.Rounds * bench.Options.Seconds * 2; round++)
        {
            foreach (var intent in Round(round))
            {
                var (took, reply) = await builder.ActAsync(intent, ct);
                var isDrawn = reply.TryGetProperty("patch", out var patch) && patch.ValueKind is JsonValueKind.Object;
                faults += isDrawn ? 0 : 1;
                if (++done > Warm)
                {
                    delays.Add(took);
                }
            }
        }

        var (revision, blocks) = await book.StandsAtAsync(page, ct);
        return
        [
            Figure.Within("P8", $"builder with {Blocks:N0} blocks, operation → answer, p95", Rounds.Quantile(delays, 0.95), "ms", 100) with
            {
                IsSound = faults == 0 && builder.Fault is null && revision == done && blocks == Blocks,
                Checked = $"{delays.Count} operations after {Warm} to warm up; p50 {Rounds.Quantile(delays, 0.5):0.0} ms, p99 {Rounds.Quantile(delays, 0.99):0.0} ms; draft no. {revision} after {done}; blocks {blocks}; opened in {builder.Took.TotalSeconds:0.0} s; stretch < 40 ms",
            },
        ];
    }

    // Seven operations after which the page has as many blocks as before.
    private static IEnumerable<object> Round(int round)
    {
        var some = $"b{(round * 37 % Blocks) + 1}";
        yield return new { act = "move", ids = new[] { some }, parent = "page", index = round * 53 % Blocks };
        yield return new { act = "put", kind = "notice", parent = "page", index = round * 11 % Blocks };
        yield return new { act = "undo" };
        yield return new { act = "duplicate", ids = new[] { some } };
        yield return new { act = "undo" };
        yield return new { act = "delete", ids = new[] { $"b{(round * 91 % Blocks) + 1}" } };
        yield return new { act = "undo" };
    }
}
