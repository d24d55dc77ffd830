using System.Diagnostics;
using System.Globalization;
using AutoPortal.Bench.Portal;
using AutoPortal.Bench.Processes;
using Npgsql;
using NpgsqlTypes;

namespace AutoPortal.Bench.Measures;

/// <summary>
/// I1: one event a request, answered once it is durable, against pgbench's simple-update. I2: a hundred events a request, against COPY of such rows into a table with two indexes.
/// Ours are checked against schema and page, written once whatever is told again, and counted by block and day in the same transaction.
/// </summary>
internal sealed class EventIntake : IMeasure
{
    private const string Database = "bench_events";
    private const int PerRequest = 100;
    private const int CopiedRows = 200_000;
    private const int ToldAgain = 1_000;

    public IReadOnlyList<string> Ids { get; } = ["I1", "I2"];

    public async Task<IReadOnlyList<Figure>> RunAsync(BenchContext bench, CancellationToken ct)
    {
        var figures = new List<Figure>();
        if (bench.Options.Asks("I1"))
        {
            await Pgbench.PrepareAsync(bench.Home, ct);
            figures.Add(await TakeAsync(bench, 1, () => Pgbench.SimpleUpdateAsync(bench.Home, bench.Options.Seconds, ct), "I1", "one event a request, answered durable ÷ simple-update", "/s", 2.0, ct));
        }

        if (bench.Options.Asks("I2"))
        {
            await bench.Home.ExecuteAsync($"drop database if exists {Database}", ct);
            await bench.Home.ExecuteAsync($"create database {Database}", ct);
            figures.Add(await TakeAsync(bench, PerRequest, () => CopyAsync(bench, ct), "I2", "100 events a request ÷ COPY, 2 indexes", "rows/s", 0.6, ct));
        }

        return figures;
    }

    private static async Task<Figure> TakeAsync(BenchContext bench, int perRequest, Func<Task<double>> reference, string id, string what, string unit, double target, CancellationToken ct)
    {
        var (book, rounds, script) = (new EventBook(bench.Home), new Rounds(), Path.Combine(bench.Scratch, $"{id}.lua"));
        var (before, quarantined, told, errors) = (await book.EventsAsync(ct), await book.QuarantinedAsync(ct), 0L, 0L);

        // The first is not counted: code gets compiled, plans get cached.
        for (var round = 0; round <= bench.Options.Rounds; round++)
        {
            var still = await reference();
            await book.WriteScriptAsync(script, perRequest, 1_000_000_000L * ((perRequest * 100) + round + 1), ct);
            var load = await Wrk.RunScriptAsync($"{bench.Node.Address}/{PortalNode.Tenant}/collect", script, bench.Options.Seconds, ct);
            (told, errors) = (told + (load.Requests * perRequest), errors + load.Errors);
            if (round > 0)
            {
                rounds.Add(load.PerSecond * perRequest, still);
            }
        }

        var stored = await SettledAsync(book, ct) - before;
        var again = await book.TellAgainAsync(bench.Node.Address, ToldAgain, ct);
        var doubled = await book.EventsAsync(ct) - before - stored;
        var (drift, refused) = (await book.CountedDriftAsync(ct), await book.QuarantinedAsync(ct) - quarantined);
        // Posts whose answers wrk no longer waited for when its time was over may be stored all the same.
        var unanswered = (long)Wrk.Connections * perRequest * (bench.Options.Rounds + 1);
        return Figure.AtLeast(id, what, rounds, unit, target) with
        {
            IsSound = errors == 0 && refused == 0 && doubled == 0 && drift == 0 && stored >= told && stored <= told + unanswered,
            Checked = string.Create(CultureInfo.InvariantCulture, $"answered {told:N0} ≤ stored {stored:N0} ≤ with those in flight {told + unanswered:N0}; {again:N0} told again: {doubled} doubled; counters against events: {drift}; refused {refused}; other answers {errors}"),
        };
    }

    // Posts that were under way when the load ended are still being committed.
    private static async Task<long> SettledAsync(EventBook book, CancellationToken ct)
    {
        for (var last = -1L; ;)
        {
            var now = await book.EventsAsync(ct);
            if (now == last)
            {
                return now;
            }

            last = now;
            await Task.Delay(TimeSpan.FromSeconds(1), ct);
        }
    }

    private static async Task<double> CopyAsync(BenchContext bench, CancellationToken ct)
    {
        await using var connection = await bench.Home.OpenAsync(ct, Database);
        await using (var make = new NpgsqlCommand(
            """
            create table if not exists events (tenant_id uuid, id uuid, page_id uuid, page_version int, block text, name text, schema_version smallint, subject text, amount bigint,
                visitor_id uuid, session_id uuid, at timestamptz, received_at timestamptz, properties jsonb, primary key (tenant_id, id));
            create index if not exists events_second on events (tenant_id, name, at)
            """, connection))
        {
            await make.ExecuteNonQueryAsync(ct);
        }

        var (tenant, page, now, watch) = (Guid.NewGuid(), Guid.NewGuid(), DateTimeOffset.UtcNow, Stopwatch.StartNew());
        await using (var copy = await connection.BeginBinaryImportAsync("copy events from stdin (format binary)", ct))
        {
            for (var n = 0; n < CopiedRows; n++)
            {
                await copy.StartRowAsync(ct);
                await copy.WriteAsync(tenant, NpgsqlDbType.Uuid, ct);
                await copy.WriteAsync(Guid.CreateVersion7(), NpgsqlDbType.Uuid, ct);
                await copy.WriteAsync(page, NpgsqlDbType.Uuid, ct);
                await copy.WriteAsync(1, NpgsqlDbType.Integer, ct);
                await copy.WriteAsync("hero-1", NpgsqlDbType.Text, ct);
                await copy.WriteAsync(n % 2 == 0 ? "page_view" : "click", NpgsqlDbType.Text, ct);
                await copy.WriteAsync((short)1, NpgsqlDbType.Smallint, ct);
                await copy.WriteAsync("cta", NpgsqlDbType.Text, ct);
                await copy.WriteAsync(0L, NpgsqlDbType.Bigint, ct);
                await copy.WriteAsync(Guid.NewGuid(), NpgsqlDbType.Uuid, ct);
                await copy.WriteNullAsync(ct);
                await copy.WriteAsync(now, NpgsqlDbType.TimestampTz, ct);
                await copy.WriteAsync(now, NpgsqlDbType.TimestampTz, ct);
                await copy.WriteNullAsync(ct);
            }

            await copy.CompleteAsync(ct);
        }

        return CopiedRows / watch.Elapsed.TotalSeconds;
    }
}
