using System.Diagnostics;
using AutoPortal.Bench.Circuits;
using AutoPortal.Bench.Portal;

namespace AutoPortal.Bench.Measures;

/// <summary>P7: a page of 100 blocks is opened in the builder, let through by its reviewer, and brought into its dealers' copies.</summary>
internal sealed class DealerCopies : IMeasure
{
    private const int Blocks = 100;
    private const string Slug = "bench-master";
    private const string Approve = "通过";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    public IReadOnlyList<string> Ids { get; } = ["P7"];

    public async Task<IReadOnlyList<Figure>> RunAsync(BenchContext bench, CancellationToken ct)
    {
        var (book, copies) = (new PageBook(bench.Home), bench.Options.Variants);
        using var http = new HttpClient(new SocketsHttpHandler { UseCookies = false });
        var master = await book.MasterAsync(Slug, Blocks, copies, ct);
        var opened = await OpenAsync(bench, http, master, ct);

        var watch = await ApproveAsync(bench, http, master, ct);
        var address = $"{bench.Node.Address}/{PortalNode.Tenant}/p/{Slug}";
        await UntilAsync(async () => (await http.GetStringAsync(new Uri(address), ct)).Contains(PageBook.News, StringComparison.Ordinal), TimeSpan.FromMilliseconds(5), ct);
        var shown = watch.Elapsed;
        await UntilAsync(async () => await book.MergedAsync(master, ct) == copies, TimeSpan.FromMilliseconds(250), ct);
        var merged = watch.Elapsed;

        var (lost, conflicts) = (await book.LostAsync(master, ct), await book.ConflictsAsync(master, ct));
        var isSound = lost == 0 && conflicts == 0;
        return
        [
            Figure.Within("P7", $"builder with {Blocks} blocks: request → canvas", opened, "s", 2) with { Checked = $"middle of {bench.Options.Rounds}; stretch < 1 s" },
            Figure.Within("P7", "reviewer's click → the public sees it", shown.TotalSeconds, "s", 1) with { Checked = "stretch < 0.3 s" },
            Figure.Within("P7", $"… → {copies} dealers' copies merged, draft and live page", merged.TotalSeconds, "s", 30) with
            {
                IsSound = isSound,
                Checked = $"merged {copies}; dealers' words lost {lost}; conflicts {conflicts}; with up to 5 s of waiting for the clock; stretch < 10 s",
            },
        ];
    }

    private static async Task<double> OpenAsync(BenchContext bench, HttpClient http, Guid page, CancellationToken ct)
    {
        var cookies = await SignIn.AsAsync(SignIn.Operator, bench.Node.Address, ct);
        var took = new List<double>();
        for (var round = 0; round <= bench.Options.Rounds; round++)
        {
            await using var builder = await OpenBuilder.OpenAsync(http, cookies, bench.Node.Address, page, ct);
            took.Add(builder.Took.TotalSeconds);
        }

        // The first is the compiler's.
        return Rounds.Median(took[1..]);
    }

    /// <summary>Presses the reviewer's button in the library.</summary>
    /// <returns>A watch that runs since the press.</returns>
    private static async Task<Stopwatch> ApproveAsync(BenchContext bench, HttpClient http, Guid page, CancellationToken ct)
    {
        var button = new TaskCompletionSource<long>(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var reviewer = await Circuit.OpenAsync(
            http, await SignIn.AsAsync(SignIn.Administrator, bench.Node.Address, ct), bench.Node.Address, $"/app/pages?page_id={page}",
            (batch, _) =>
            {
                if (batch.Elements().FirstOrDefault(e => e.Name == "button" && e.Click > 0 && batch.WordsOf(e).Any(w => w.Trim() == Approve)) is { } found)
                {
                    button.TrySetResult(found.Click);
                }
            },
            ct);
        var handler = await button.Task.WaitAsync(TimeSpan.FromSeconds(30), ct);
        var watch = Stopwatch.StartNew();
        await reviewer.ClickAsync(handler, ct);
        await UntilAsync(async () => await bench.Home.ScalarAsync<long>($"select count(*) from pages.pages where id = '{page}' and live_version = 2", ct) == 1, TimeSpan.FromMilliseconds(5), ct);
        return watch;
    }

    private static async Task UntilAsync(Func<Task<bool>> isSo, TimeSpan pause, CancellationToken ct)
    {
        var watch = Stopwatch.StartNew();
        while (!await isSo())
        {
            if (watch.Elapsed > Patience)
            {
                throw new BenchException($"Not within {Patience.TotalMinutes:0} minutes.");
            }

            await Task.Delay(pause, ct);
        }
    }
}
