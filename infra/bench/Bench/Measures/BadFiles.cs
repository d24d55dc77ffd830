using System.Diagnostics;
using System.Globalization;
using AutoPortal.Bench.Portal;
using AutoPortal.Bench.Processes;
using AutoPortal.Bench.Workbooks;

namespace AutoPortal.Bench.Measures;

/// <summary>X4: what files that mean ill cost the portal, sent by the form and looked at as far as they get.</summary>
internal sealed class BadFiles : IMeasure
{
    private static readonly TimeSpan Within = TimeSpan.FromMinutes(5);

    public IReadOnlyList<string> Ids { get; } = ["X4"];

    public async Task<IReadOnlyList<Figure>> RunAsync(BenchContext bench, CancellationToken ct)
    {
        var form = new UploadForm(bench.Node.Address, await SignIn.AsAsync(SignIn.Operator, bench.Node.Address, ct));
        await using var clerk = await Clerk.SitDownAsync(SignIn.Operator, bench.Node.Address);
        var figures = new List<Figure>();
        // The good one twice: the first time is the compiler's.
        foreach (var file in BadFile.All.Prepend(BadFile.All[0]))
        {
            figures.Add(await SendAsync(bench, form, clerk, file, ct));
        }

        return figures[1..];
    }

    private static async Task<Figure> SendAsync(BenchContext bench, UploadForm form, Clerk clerk, BadFile file, CancellationToken ct)
    {
        var path = Path.Combine(bench.Scratch, file.Name);
        file.Write(path);
        var bytes = new FileInfo(path).Length;
        var before = await bench.Node.AskAsync(ct);
        await using var peak = new PeakWatch(bench.Node.Program);
        var watch = Stopwatch.StartNew();
        var (run, words) = await form.SendAsync("leads", path, ct);
        var state = run is null ? "refused" : await CheckAsync(bench, clerk, run, ct);
        if (state == "failed")
        {
            words = await clerk.Page.TextContentAsync("main .notice.bad") ?? "";
        }

        var took = watch.Elapsed;
        File.Delete(path);
        var left = ((await bench.Node.AskAsync(ct)).HeapBytes - before.HeapBytes) / 1e6;
        var isGood = file == BadFile.All[0];
        return new("X4", file.What)
        {
            Ours = string.Create(CultureInfo.InvariantCulture, $"+{peak.Peak - peak.Before:0} MB"),
            Reference = string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e6:0.##} MB sent"),
            IsSound = isGood == (state == "checked"),
            Checked = string.Create(CultureInfo.InvariantCulture, $"{(isGood ? "" : run is null ? "at the upload: " : "in the check: ")}{(state == "checked" ? "looked at" : words.Trim())}; {took.TotalSeconds:0.0} s; heap {left:+0.0;-0.0} MB afterwards"),
        };
    }

    private static async Task<string> CheckAsync(BenchContext bench, Clerk clerk, string run, CancellationToken ct)
    {
        await clerk.GoAsync(run);
        await clerk.CheckAsync();
        return await new ImportBook(bench.Home).WaitAsync(Guid.Parse(run.Split('/')[^1]), ["checked", "failed"], Within, ct);
    }
}
