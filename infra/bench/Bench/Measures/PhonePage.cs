using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using AutoPortal.Bench.Portal;
using AutoPortal.Bench.Processes;

namespace AutoPortal.Bench.Measures;

/// <summary>P6: the page on an emulated phone behind a throttled network, and the script that it loads.</summary>
internal sealed partial class PhonePage : IMeasure
{
    private const double TargetSeconds = 1.2;
    private const double TargetKilobytes = 15;
    private static readonly (string Name, double Target)[] Categories = [("performance", 95), ("accessibility", 100), ("best-practices", 95)];

    public IReadOnlyList<string> Ids { get; } = ["P6"];

    public async Task<IReadOnlyList<Figure>> RunAsync(BenchContext bench, CancellationToken ct)
    {
        var (bytes, files) = await ScriptAsync(bench, ct);
        var script = new Figure("P6", "script of the page, gzip")
        {
            Ours = Figure.Show(bytes / 1000.0, "kB"),
            Value = bytes / 1000.0,
            Target = "< 15 kB",
            IsMet = bytes / 1000.0 < TargetKilobytes,
            Checked = $"{files} file(s), as sent",
        };
        return bench.Options.Lighthouse.Length == 0
            ? [script]
            : [script, .. await LighthouseAsync(bench, ct)];
    }

    /// <summary>What a phone receives for every script that the page names.</summary>
    private static async Task<(long Bytes, int Files)> ScriptAsync(BenchContext bench, CancellationToken ct)
    {
        using var http = new HttpClient(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.None });
        var page = await http.GetStringAsync(new Uri(bench.Node.Page), ct);
        long bytes = 0;
        var addresses = ScriptAddress().Matches(page).Select(m => m.Groups["src"].Value).ToList();
        foreach (var address in addresses)
        {
            using var ask = new HttpRequestMessage(HttpMethod.Get, new Uri(new Uri(bench.Node.Address), WebUtility.HtmlDecode(address)));
            ask.Headers.TryAddWithoutValidation("Accept-Encoding", "gzip");
            using var answer = await http.SendAsync(ask, ct);
            answer.EnsureSuccessStatusCode();
            bytes += (await answer.Content.ReadAsByteArrayAsync(ct)).Length;
        }

        return (bytes, addresses.Count);
    }

    private static async Task<IReadOnlyList<Figure>> LighthouseAsync(BenchContext bench, CancellationToken ct)
    {
        var (scores, paints, weights) = (Categories.ToDictionary(c => c.Name, _ => new List<double>(), StringComparer.Ordinal), new List<double>(), new List<double>());
        for (var round = 0; round < Math.Min(3, bench.Options.Rounds); round++)
        {
            using var report = await ReportAsync(bench, ct);
            var root = report.RootElement;
            foreach (var (name, _) in Categories)
            {
                scores[name].Add(root.GetProperty("categories").GetProperty(name).GetProperty("score").GetDouble() * 100);
            }

            paints.Add(root.GetProperty("audits").GetProperty("largest-contentful-paint").GetProperty("numericValue").GetDouble() / 1000);
            weights.Add(root.GetProperty("audits").GetProperty("total-byte-weight").GetProperty("numericValue").GetDouble() / 1000);
        }

        var middle = Categories.Select(c => Rounds.Median(scores[c.Name])).ToList();
        var paint = Rounds.Median(paints);
        return
        [
            new Figure("P6", "Lighthouse on a phone: performance / accessibility / best practices")
            {
                Ours = string.Join(" / ", middle.Select(s => s.ToString("0", CultureInfo.InvariantCulture))),
                Value = middle[0],
                Target = "≥ 95 / 100 / 95",
                IsMet = middle.Zip(Categories, (score, category) => score >= category.Target).All(ok => ok),
                Checked = "slow 4G, CPU ÷ 4, Lighthouse's own phone",
            },
            new Figure("P6", "largest contentful paint, throttled 4G")
            {
                Ours = Figure.Show(paint, "s"),
                Value = paint,
                Target = "< 1.2 s",
                IsMet = paint < TargetSeconds,
                Checked = $"{Rounds.Median(weights):0} kB in all",
            },
        ];
    }

    private static async Task<JsonDocument> ReportAsync(BenchContext bench, CancellationToken ct)
    {
        var file = Path.Combine(bench.Scratch, "lighthouse.json");
        await RunningProgram.OutputAsync(
            "node",
            [
                bench.Options.Lighthouse, bench.Node.Address + PortalNode.PagePath, "--quiet", "--output=json", $"--output-path={file}",
                $"--only-categories={string.Join(',', Categories.Select(c => c.Name))}",
                "--chrome-flags=--headless --no-sandbox --disable-gpu --disable-quic --disable-background-networking",
            ],
            new Dictionary<string, string> { ["CHROME_PATH"] = "/usr/bin/chromium" },
            ct);
        return JsonDocument.Parse(await File.ReadAllTextAsync(file, ct));
    }

    [GeneratedRegex("<script[^>]* src=\"(?<src>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ScriptAddress();
}
