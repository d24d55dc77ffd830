using System.Diagnostics;
using System.Globalization;
using AutoPortal.Bench.Portal;
using AutoPortal.Benchmarks.Imports;
using AutoPortal.Kernel.Workbooks;
using Npgsql;

namespace AutoPortal.Bench.Measures;

/// <summary>
/// X3: files through the screens, written row by row into the product, against COPY of the very same rows into a table with two indexes.
/// Leads are what people import most, and the dearest kind: each row is cleaned, compared, rated and allocated. The blocklist is the plainest: validate, map, upsert.
/// </summary>
internal sealed class ImportSpeed : IMeasure
{
    private const int OneFaultIn = 100;
    private const string Database = "bench_copy";
    private static readonly TimeSpan Within = TimeSpan.FromMinutes(30);

    public IReadOnlyList<string> Ids { get; } = ["X3"];

    public async Task<IReadOnlyList<Figure>> RunAsync(BenchContext bench, CancellationToken ct)
    {
        await using var clerk = await Clerk.SitDownAsync(SignIn.Operator, bench.Node.Address);
        await bench.Home.ExecuteAsync($"drop database if exists {Database}", ct);
        await bench.Home.ExecuteAsync($"create database {Database}", ct);
        return
        [
            await TakeAsync(bench, clerk, "leads", (path, rows, from) => LeadFileMaker.WriteAsync(path, rows, ct, OneFaultIn, from), ct),
            await TakeAsync(bench, clerk, "blocklist", (path, rows, from) => BlocklistAsync(path, rows, from, ct), ct) with { Target = "–", IsMet = null },
        ];
    }

    private static async Task<Figure> TakeAsync(BenchContext bench, Clerk clerk, string kind, Func<string, int, int, Task> write, CancellationToken ct)
    {
        var (book, rounds, part) = (new ImportBook(bench.Home), new Rounds(), bench.Options.Rows / bench.Options.Rounds);
        var (looked, refused, wrong, copied, from) = (0.0, 0, 0, 0L, 5_000_000);

        // The first, smaller one is not counted: code gets compiled, plans get cached.
        for (var round = 0; round <= bench.Options.Rounds; round++)
        {
            var rows = round == 0 ? part / 10 : part;
            var path = Path.Combine(bench.Scratch, $"{kind}-{round}.xlsx");
            await write(path, rows, from);
            from += rows;
            var read = await ReadAsync(path, ct);
            var still = await CopyAsync(bench, kind, read, ct);
            var run = await clerk.UploadAsync(kind, path);
            var check = Stopwatch.StartNew();
            await clerk.CheckAsync();
            await book.WaitAsync(run, ["checked", "failed"], Within, ct);
            looked = rows / check.Elapsed.TotalSeconds;
            await clerk.Page.WaitForSelectorAsync("main button:has-text('写入')");
            var watch = Stopwatch.StartNew();
            await clerk.PressAsync("写入");
            await book.WaitAsync(run, ["applied", "failed", "stopped"], Within, ct);
            var ours = rows / watch.Elapsed.TotalSeconds;
            var results = await book.ResultsAsync(run, ct);
            wrong += Math.Abs(results.Values.Sum() - rows) + await WrongAsync(bench, kind, run, read, ct);
            refused += results.Where(r => r.Key.StartsWith("invalid", StringComparison.Ordinal)).Sum(r => r.Value);
            copied += rows;
            if (round > 0)
            {
                rounds.Add(ours, still);
            }
        }

        var there = await bench.Home.ScalarAsync<long>($"select count(*) from {kind}", ct, Database);
        return Figure.AtLeast("X3", string.Create(CultureInfo.InvariantCulture, $"import of {kind}, {bench.Options.Rows:N0} rows in {bench.Options.Rounds} files ÷ COPY, 2 indexes"), rounds, "rows/s", 0.25) with
        {
            IsSound = wrong == 0 && there == copied && refused > 0,
            Checked = string.Create(CultureInfo.InvariantCulture, $"rows {copied:N0} = copied {there:N0}; {refused:N0} refused with their reason; rows lost or under another phone: {wrong}; the check before: {looked:N0} rows/s"),
        };
    }

    private static async Task<List<(int Number, string[] Cells)>> ReadAsync(string path, CancellationToken ct)
    {
        var rows = new List<(int, string[])>();
        await using var table = await TableFile.OpenAsync(path, TableLimits.Default, null, ct);
        while (await table.ReadAsync(ct))
        {
            rows.Add((table.Row.Number, [.. table.Columns.Select(c => table.Row[c.Index].Text)]));
        }

        return rows;
    }

    private static async Task<double> CopyAsync(BenchContext bench, string kind, List<(int Number, string[] Cells)> rows, CancellationToken ct)
    {
        await using var connection = await bench.Home.OpenAsync(ct, Database);
        var columns = string.Join(", ", rows[0].Cells.Select((_, place) => $"c{place} text"));
        await using (var make = new NpgsqlCommand($"create table if not exists {kind} (id uuid primary key, {columns}); create index if not exists {kind}_second on {kind} (c{(kind == "leads" ? 1 : 0)})", connection))
        {
            await make.ExecuteNonQueryAsync(ct);
        }

        var watch = Stopwatch.StartNew();
        await using (var copy = await connection.BeginBinaryImportAsync($"copy {kind} from stdin (format binary)", ct))
        {
            foreach (var (_, cells) in rows)
            {
                await copy.StartRowAsync(ct);
                await copy.WriteAsync(Guid.CreateVersion7(), ct);
                foreach (var cell in cells)
                {
                    await copy.WriteAsync(cell, ct);
                }
            }

            await copy.CompleteAsync(ct);
        }

        return rows.Count / watch.Elapsed.TotalSeconds;
    }

    /// <summary>Rows whose record holds another number than the file says.</summary>
    private static async Task<int> WrongAsync(BenchContext bench, string kind, Guid run, List<(int Number, string[] Cells)> rows, CancellationToken ct)
    {
        var (place, table) = kind == "leads" ? (1, "leads.leads") : (0, "leads.blocked_contacts");
        var phones = rows.ToDictionary(r => r.Number, r => r.Cells[place]);
        await using var connection = await bench.Home.OpenAsync(ct);
        await using var query = new NpgsqlCommand(
            $"select r.row_number, t.phone_mask from leads.import_records r left join {table} t on t.tenant_id = r.tenant_id and t.id = r.root_id where r.run_id = '{run}' and not r.is_preview and r.outcome <> 'refused'", connection);
        var (wrong, found) = (0, 0);
        await using var row = await query.ExecuteReaderAsync(ct);
        while (await row.ReadAsync(ct))
        {
            found++;
            var phone = phones[row.GetInt32(0)];
            wrong += await row.IsDBNullAsync(1, ct) || row.GetString(1) != $"{phone[..3]}****{phone[^4..]}" ? 1 : 0;
        }

        return found == 0 ? rows.Count : wrong;
    }

    private static async Task BlocklistAsync(string path, int rows, int from, CancellationToken ct)
    {
        await using var file = new FileStream(path, FileMode.Create);
        await using var book = await WorkbookWriter.CreateAsync(file, new WorkbookFacts("黑名单", "bench", DateTimeOffset.UnixEpoch), ct);
        await book.BeginSheetAsync(new SheetLayout("黑名单", [new ColumnLayout("手机号"), new ColumnLayout("拉黑原因")]), ct);
        for (var n = from; n < from + rows; n++)
        {
            book.Write(n % OneFaultIn < 5 ? "138" : string.Create(CultureInfo.InvariantCulture, $"1{4 + (n % 3 * 2)}{n * 7_368_787L % 1_000_000_000:D9}"));
            book.Write(n % 2 == 0 ? "同行" : "投诉");
            await book.EndRowAsync(ct);
        }

        await book.FinishAsync(ct);
    }
}
