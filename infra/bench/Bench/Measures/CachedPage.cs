using AutoPortal.Bench.Processes;

namespace AutoPortal.Bench.Measures;

/// <summary>P1, P2: the cached page against nginx and Kestrel answering the very same bytes.</summary>
internal sealed class CachedPage : IMeasure
{
    public IReadOnlyList<string> Ids { get; } = ["P1", "P2"];

    public async Task<IReadOnlyList<Figure>> RunAsync(BenchContext bench, CancellationToken ct)
    {
        var page = await PageBytes.GetAsync(bench, ct);
        var folder = Directory.CreateDirectory(Path.Combine(bench.Scratch, "nginx")).FullName;
        var file = Path.Combine(folder, "page.html");
        await File.WriteAllBytesAsync(file, page, ct);

        var port = FreePort.Choose();
        await using var nginx = await Nginx.StartAsync(folder, port, ct);
        var nginxPage = FormattableString.Invariant($"http://127.0.0.1:{port}/page.html");
        await Readiness.WaitAsync(nginx, nginxPage, TimeSpan.FromSeconds(10), ct);
        await using var kestrel = await Sample.StartAsync(bench, "page", "/page", [file], isProbed: false, ct);

        var seconds = bench.Options.Seconds;
        await Wrk.RunAsync(bench.Node.Page, seconds, ct);
        await Wrk.RunAsync(kestrel.Address + "/page", seconds, ct);
        var renders = await RendersAsync(bench, ct);
        var (toNginx, toKestrel, errors) = (new Rounds(), new Rounds(), 0L);
        for (var round = 0; round < bench.Options.Rounds; round++)
        {
            var still = await Wrk.RunAsync(nginxPage, seconds, ct);
            var ours = await Wrk.RunAsync(bench.Node.Page, seconds, ct);
            var bare = await Wrk.RunAsync(kestrel.Address + "/page", seconds, ct);
            toNginx.Add(ours.PerSecond, still.PerSecond);
            toKestrel.Add(ours.PerSecond, bare.PerSecond);
            errors += still.Errors + ours.Errors + bare.Errors;
        }

        var drawn = await RendersAsync(bench, ct) - renders;
        var same = (await PageBytes.GetAsync(bench, ct)).SequenceEqual(page);
        var isSound = errors == 0 && drawn == 0 && same;
        var said = $"{PageBytes.Kilobytes(page.Length)}; errors {errors}; renders during load {drawn}; bytes after = before: {same}";
        return
        [
            Figure.AtLeast("P1", "cached page ÷ nginx, same bytes", toNginx, "req/s", 0.45) with { Checked = said, IsSound = isSound },
            Figure.AtLeast("P2", "cached page ÷ minimal Kestrel, same bytes", toKestrel, "req/s", 0.90) with { Checked = said, IsSound = isSound },
        ];
    }

    private static async Task<long> RendersAsync(BenchContext bench, CancellationToken ct)
        => (await bench.Node.AskAsync(ct)).Counts.GetValueOrDefault(ColdPage.Renders);
}
