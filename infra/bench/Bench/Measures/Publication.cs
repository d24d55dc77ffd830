using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using AutoPortal.Bench.Portal;
using Npgsql;

namespace AutoPortal.Bench.Measures;

/// <summary>P4: from the reviewer's click to the new version on every node, and back again, while all other pages stay kept.</summary>
internal sealed partial class Publication : IMeasure
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public IReadOnlyList<string> Ids { get; } = ["P4"];

    public async Task<IReadOnlyList<Figure>> RunAsync(BenchContext bench, CancellationToken ct)
    {
        await using var second = await PortalNode.StartAsync(bench, ct);
        PortalNode[] nodes = [bench.Node, second];
        var (page, others) = await PagesAsync(bench.Home, ct);
        using var http = new HttpClient();
        await using var clerk = await Clerk.SitDownAsync(SignIn.Operator, bench.Node.Address);
        await using var reviewer = await Clerk.SitDownAsync(SignIn.Administrator, bench.Node.Address);
        var drawer = $"/app/pages?page_id={page}";

        var (forward, back, redrawn, wrong) = (new List<double>(), new List<double>(), 0L, 0);
        for (var round = 0; round < bench.Options.Rounds; round++)
        {
            await clerk.GoAsync(drawer);
            await clerk.Page.FillAsync(".drawer textarea[name=note]", "发布测速");
            await clerk.Page.ClickAsync(".drawer form:has(textarea[name=note]) button[type=submit]");
            await clerk.Page.WaitForSelectorAsync(".drawer form:has(textarea[name=note])", new() { State = Microsoft.Playwright.WaitForSelectorState.Detached });
            var old = await VersionAsync(http, bench.Node.Page, ct);
            await ReadAllAsync(http, nodes, others, ct);

            await reviewer.GoAsync(drawer);
            forward.Add(await TakesAsync(http, nodes, version => version > old, () => reviewer.Page.ClickAsync(".drawer button:has-text('通过')"), ct));
            var now = await VersionAsync(http, bench.Node.Page, ct);
            await reviewer.GoAsync(drawer + "&page_tab=versions");
            await reviewer.Page.Locator(".drawer button:has-text('回滚到此版')").First.ClickAsync();
            await reviewer.Page.FillAsync(".drawer input[name=roll_back_reason]", "测速");
            back.Add(await TakesAsync(http, nodes, version => version < now, () => reviewer.Page.ClickAsync(".drawer form:has(input[name=roll_back_reason]) button[type=submit]"), ct));

            // A drawing of the changed page that was overtaken is begun again: only what the others cost is counted.
            var before = await RendersAsync(nodes, ct);
            await ReadAllAsync(http, nodes, others, ct);
            redrawn += await RendersAsync(nodes, ct) - before;
            wrong += await VersionAsync(http, bench.Node.Page, ct) < now ? 0 : 1;
        }

        var asked = (long)others.Count * nodes.Length * bench.Options.Rounds;
        var kept = string.Create(CultureInfo.InvariantCulture, $"{others.Count} other pages of two tenants: {redrawn} of {asked} reads drawn anew after {2 * bench.Options.Rounds} changes; {nodes.Length} nodes; each beginning is a click on the screen");
        var isSound = wrong == 0 && redrawn <= asked / 100;
        return
        [
            Figure.Within("P4", "publish → every node serves it, slowest", forward.Max(), "s", 1) with { IsSound = isSound, Checked = kept },
            Figure.Within("P4", "roll back → every node serves it, slowest", back.Max(), "s", 5) with { IsSound = isSound, Checked = kept },
        ];
    }

    private static async Task<(Guid Page, IReadOnlyList<string> Others)> PagesAsync(PortalHomeFolder home, CancellationToken ct)
    {
        await using var connection = await home.OpenAsync(ct);
        await using var query = new NpgsqlCommand("select p.id, '/' || t.identifier || '/' || p.path_kind || '/' || p.slug from pages.published_pages p join platform_shared.tenants t on t.id = p.tenant_id order by 2", connection);
        await using var row = await query.ExecuteReaderAsync(ct);
        var (page, others) = (Guid.Empty, new List<string>());
        while (await row.ReadAsync(ct))
        {
            if (row.GetString(1) == PortalNode.PagePath)
            {
                page = row.GetGuid(0);
            }
            else
            {
                others.Add(row.GetString(1));
            }
        }

        return (page, others);
    }

    private static async Task<double> TakesAsync(HttpClient http, PortalNode[] nodes, Predicate<int> isThere, Func<Task> click, CancellationToken ct)
    {
        var began = Stopwatch.GetTimestamp();
        var seen = Task.WhenAll(nodes.Select(async node =>
        {
            while (!isThere(await VersionAsync(http, node.Page, ct)))
            {
                if (Stopwatch.GetElapsedTime(began) > Patience)
                {
                    throw new BenchException($"{node.Address} did not show the other version within {Patience.TotalSeconds:0} s.");
                }

                await Task.Delay(5, ct);
            }

            return Stopwatch.GetElapsedTime(began).TotalSeconds;
        }));
        await click();
        return (await seen).Max();
    }

    private static async Task ReadAllAsync(HttpClient http, PortalNode[] nodes, IReadOnlyList<string> paths, CancellationToken ct)
    {
        foreach (var address in nodes.SelectMany(node => paths.Select(path => node.Address + path)))
        {
            await http.GetByteArrayAsync(new Uri(address), ct);
        }
    }

    private static async Task<long> RendersAsync(PortalNode[] nodes, CancellationToken ct)
    {
        var sum = 0L;
        foreach (var node in nodes)
        {
            sum += (await node.AskAsync(ct)).Counts.GetValueOrDefault(ColdPage.Renders);
        }

        return sum;
    }

    private static async Task<int> VersionAsync(HttpClient http, string address, CancellationToken ct)
        => int.Parse(Version().Match(await http.GetStringAsync(new Uri(address), ct)).Groups["version"].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex("data-version=\"(?<version>[0-9]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Version();
}
