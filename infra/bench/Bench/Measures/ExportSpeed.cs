using System.Globalization;
using AutoPortal.Bench.Portal;
using AutoPortal.Bench.Processes;

namespace AutoPortal.Bench.Measures;

/// <summary>X1, X2: the list of leads as a workbook, ordered and approved on the screens, against the least that writes as many rows without a database.</summary>
internal sealed class ExportSpeed : IMeasure
{
    private const string List = "/app/leads?tab=all";
    private const string LeftOut = "advisor";
    private const int Many = 1_000_000;

    public IReadOnlyList<string> Ids { get; } = ["X1", "X2"];

    public async Task<IReadOnlyList<Figure>> RunAsync(BenchContext bench, CancellationToken ct)
    {
        await SeedLeads.EnsureAsync(bench, 60, ct);
        var (book, rows) = (new ExportBook(bench.Home), bench.Options.Rows);
        await book.FillAsync(rows, ct);
        var stored = (await book.StoredAsync(ct)).Rows;
        await using var clerk = await Clerk.SitDownAsync(SignIn.Operator, bench.Node.Address);
        await using var admin = await Clerk.SitDownAsync(SignIn.Administrator, bench.Node.Address);
        var (rounds, said, sound) = (new Rounds(), "", true);

        // The first is not counted: code gets compiled, plans and pages get cached.
        for (var round = 0; round <= bench.Options.Rounds && bench.Options.Asks("X1"); round++)
        {
            var still = await SampleAsync(bench, rows, ct);
            var (took, export) = await ExportAsync(book, clerk, admin, $"测速第 {round} 轮 {rows}", ct);
            if (round == 0)
            {
                (sound, said) = await CompareAsync(bench, book, clerk, export, ct);
            }
            else
            {
                rounds.Add(stored / took.TotalSeconds, rows / still);
            }
        }

        var speed = Figure.AtLeast("X1", string.Create(CultureInfo.InvariantCulture, $"export {stored:N0} × 10 ÷ streaming writer"), rounds, "rows/s", 0.4) with { Checked = said, IsSound = sound };
        return [.. bench.Options.Asks("X1") ? [speed] : Array.Empty<Figure>(), .. bench.Options.Asks("X2") ? [await MemoryAsync(bench, book, clerk, admin, ct)] : Array.Empty<Figure>()];
    }

    private static async Task<Figure> MemoryAsync(BenchContext bench, ExportBook book, Clerk clerk, Clerk admin, CancellationToken ct)
    {
        var many = bench.Options.Rows < 300_000 ? bench.Options.Rows * 3 : Many;
        var few = await HeldAsync(bench, book, clerk, admin, "少量行的内存", ct);
        await book.FillAsync(many, ct);
        var most = await HeldAsync(bench, book, clerk, admin, "百万行的内存", ct);
        var (sound, said) = await CompareAsync(bench, book, clerk, most.Export, ct);
        return new("X2", string.Create(CultureInfo.InvariantCulture, $"export {many:N0} × 10, RSS over idle"))
        {
            Ours = Figure.Show(most.Grown, "MB"),
            Reference = string.Create(CultureInfo.InvariantCulture, $"{few.Grown:0} MB at {bench.Options.Rows:N0} rows"),
            Value = most.Grown,
            Target = "≤ 64 MB",
            IsMet = most.Grown <= 64,
            IsSound = sound,
            Checked = string.Create(CultureInfo.InvariantCulture, $"{said}; idle {most.Idle:0} MB; heap after {most.Heap:0} MB; {many / most.Took.TotalSeconds:N0} rows/s"),
        };
    }

    private static async Task<(double Idle, double Grown, double Heap, TimeSpan Took, Guid Export)> HeldAsync(BenchContext bench, ExportBook book, Clerk clerk, Clerk admin, string reason, CancellationToken ct)
    {
        await clerk.OrderAsync(List, LeftOut, reason);
        await bench.Node.AskAsync(ct);
        await using var peak = new PeakWatch(bench.Node.Program);
        await admin.ApproveAsync(reason);
        var export = await book.OfAsync(reason, ct);
        var took = await book.WaitAsync(export, ct);
        return (peak.Before, peak.Peak - peak.Before, (await bench.Node.AskAsync(ct)).HeapBytes / 1024.0 / 1024, took, export);
    }

    private static async Task<(TimeSpan Took, Guid Export)> ExportAsync(ExportBook book, Clerk clerk, Clerk admin, string reason, CancellationToken ct)
    {
        await clerk.OrderAsync(List, LeftOut, reason);
        await admin.ApproveAsync(reason);
        var export = await book.OfAsync(reason, ct);
        return (await book.WaitAsync(export, ct), export);
    }

    private static async Task<double> SampleAsync(BenchContext bench, int rows, CancellationToken ct)
        => double.Parse(
            await RunningProgram.OutputAsync("dotnet", [bench.Options.Reference, "sheet", Path.Combine(bench.Scratch, "sample.xlsx"), rows.ToString(CultureInfo.InvariantCulture)], null, ct),
            CultureInfo.InvariantCulture);

    /// <summary>Fetches the file as its orderer does, and compares it with the table.</summary>
    private static async Task<(bool IsSound, string Said)> CompareAsync(BenchContext bench, ExportBook book, Clerk clerk, Guid export, CancellationToken ct)
    {
        var file = await clerk.FetchAsync(export, bench.Scratch);
        var (written, stored) = (await ExportBook.WrittenAsync(file, ct), await book.StoredAsync(ct));
        File.Delete(file);
        var same = written.Sum == stored.Sum;
        return (same && written.Rows == stored.Rows && written.Columns == 10, string.Create(CultureInfo.InvariantCulture, $"rows in the file {written.Rows:N0} = stored {stored.Rows:N0}; {written.Columns} columns; checksums of phone and moment agree: {same}"));
    }
}
