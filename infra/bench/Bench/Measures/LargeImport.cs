using System.Diagnostics;
using System.Globalization;
using AutoPortal.Bench.Circuits;
using AutoPortal.Bench.Portal;
using AutoPortal.Bench.Processes;
using AutoPortal.Benchmarks.Imports;

namespace AutoPortal.Bench.Measures;

/// <summary>I200: a large file of leads through the screens, while others work on the list: stopped, gone on with, survived a kill, taken back without a trace.</summary>
internal sealed class LargeImport : IMeasure
{
    private const int Staff = 50;
    private const int OneFaultIn = 100;
    private static readonly TimeSpan Within = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    public IReadOnlyList<string> Ids { get; } = ["I200"];

    public async Task<IReadOnlyList<Figure>> RunAsync(BenchContext bench, CancellationToken ct)
    {
        var rows = bench.Options.ImportRows;
        var (book, leads, log) = (new ImportBook(bench.Home), new LeadBook(bench.Home), new ImportLog(rows));
        await SeedLeads.EnsureAsync(bench, 60, ct);
        var file = Path.Combine(bench.Scratch, "large-leads.xlsx");
        await LeadFileMaker.WriteAsync(file, rows, ct, OneFaultIn);
        await using var clerk = await Clerk.SitDownAsync(SignIn.Operator, bench.Node.Address);
        var (sums, before) = (await book.SumsAsync(ct), await leads.LeadsAsync(ct));

        await using (var peak = new PeakWatch(bench.Node.Program))
        {
            var crowd = new Crowd(bench.Node.Address, StaffCircuits.List, await SignIn.AsAsync(SignIn.Operator, bench.Node.Address, ct), bench.Options);
            await crowd.OpenAsync(Staff, ct);
            await crowd.ClickAsync(5 * Second, Second, ct);
            log.Quiet.AddRange(await crowd.ClickAsync(20 * Second, Second, ct));
            var run = log.Run = await clerk.UploadAsync("leads", file);
            await clerk.CheckAsync();
            log.Checked = await TimeAsync(crowd, log.WhileChecked, book.WaitAsync(run, ["checked", "failed"], Within, ct), ct);
            await Need(book, run, "checked", ct);
            await clerk.PressAsync("写入");
            log.WrittenInCompany = await TimeAsync(crowd, log.WhileWritten, StopMidwayAsync(clerk, book, log, rows * 35 / 100, ct), ct);
            log.RowsInCompany = await book.DoneAsync(run, false, ct);
            await clerk.PressAsync("继续写入");
            await TimeAsync(crowd, log.WhileWritten, ReachAsync(book, run, rows * 60 / 100, ct), ct);
            log.Broken = crowd.Faults;
            await crowd.CloseAsync();
            log.Peak = (peak.Before, peak.Peak);
        }

        await KillAsync(bench, book, log, ct);
        await clerk.GoAsync($"/app/imports/{log.Run}");
        log.Alone = await RestAsync(clerk, book, log, ct);
        var (results, after) = (await book.ResultsAsync(log.Run, ct), await leads.LeadsAsync(ct));
        await clerk.UndoAsync();
        var undo = Stopwatch.StartNew();
        await book.WaitAsync(log.Run, ["undone", "stopped", "failed"], Within, ct);
        log.Undone = undo.Elapsed;
        await Need(book, log.Run, "undone", ct);
        log.Left = await book.LeftAsync(log.Run, ct);
        var again = await book.SumsAsync(ct);
        return log.Figures(results, after - before, Differences(sums, again), await AgainAsync(clerk, book, log.Run, again, ct));
    }

    private static async Task<TimeSpan> TimeAsync(Crowd crowd, List<double> delays, Task work, CancellationToken ct)
    {
        var watch = Stopwatch.StartNew();
        var done = work.ContinueWith(_ => watch.Elapsed, ct, TaskContinuationOptions.None, TaskScheduler.Default);
        while (!work.IsCompleted)
        {
            delays.AddRange(await crowd.ClickAsync(3 * Second, Second, ct));
        }

        await work;
        return await done;
    }

    /// <summary>Watches the bar on the screen, and presses stop.</summary>
    private static async Task StopMidwayAsync(Clerk clerk, ImportBook book, ImportLog log, int at, CancellationToken ct)
    {
        while (await clerk.ProgressAsync() is not { } done || done < at)
        {
            log.See(await clerk.ProgressAsync());
            await Task.Delay(200, ct);
        }

        await clerk.PressAsync("停下");
        var watch = Stopwatch.StartNew();
        await book.WaitAsync(log.Run, ["stopped"], Within, ct);
        log.Stopped = watch.Elapsed;
    }

    private static async Task ReachAsync(ImportBook book, Guid run, long rows, CancellationToken ct)
    {
        while (await book.DoneAsync(run, false, ct) < rows)
        {
            await Task.Delay(100, ct);
        }
    }

    private static async Task KillAsync(BenchContext bench, ImportBook book, ImportLog log, CancellationToken ct)
    {
        var watch = Stopwatch.StartNew();
        await bench.KillAndRestartAsync(ct);
        log.Restarted = watch.Elapsed;
        log.RowsAtKill = await book.DoneAsync(log.Run, false, ct);
        await ReachAsync(book, log.Run, log.RowsAtKill + 1, ct);
        log.WentOn = watch.Elapsed;
    }

    private static async Task<TimeSpan> RestAsync(Clerk clerk, ImportBook book, ImportLog log, CancellationToken ct)
    {
        log.RowsAlone = await book.DoneAsync(log.Run, false, ct);
        var watch = Stopwatch.StartNew();
        while (await book.StateAsync(log.Run, ct) == "applying")
        {
            log.See(await clerk.ProgressAsync());
            await Task.Delay(200, ct);
        }

        var taken = watch.Elapsed;
        await Need(book, log.Run, "applied", ct);
        return taken;
    }

    private static async Task Need(ImportBook book, Guid run, string state, CancellationToken ct)
    {
        if (await book.StateAsync(run, ct) is var now && now != state)
        {
            throw new BenchException(string.Create(CultureInfo.InvariantCulture, $"The import is {now}, not {state}."));
        }
    }

    /// <summary>The screen offers no second undo; where it does, it is taken.</summary>
    private static async Task<string> AgainAsync(Clerk clerk, ImportBook book, Guid run, IReadOnlyDictionary<string, string> sums, CancellationToken ct)
    {
        await clerk.GoAsync($"/app/imports/{run}");
        await clerk.Page.WaitForSelectorAsync("main .notice");
        if (await clerk.Page.Locator("main button:has-text('撤销整次导入')").CountAsync() == 0)
        {
            return "a second undo is not offered";
        }

        await clerk.UndoAsync();
        await Task.Delay(Second, ct);
        await book.WaitAsync(run, ["undone"], Within, ct);
        return Differences(sums, await book.SumsAsync(ct)) is { Count: 0 } ? "a second undo changed nothing" : "A SECOND UNDO CHANGED ROWS";
    }

    private static List<string> Differences(IReadOnlyDictionary<string, string> one, IReadOnlyDictionary<string, string> other)
        => [.. one.Keys.Union(other.Keys).Where(t => one.GetValueOrDefault(t) != other.GetValueOrDefault(t)).Select(t => $"{t} ({one.GetValueOrDefault(t, "–").Split(' ')[0]} → {other.GetValueOrDefault(t, "–").Split(' ')[0]})")];
}
