using AutoPortal.Kernel.Workbooks;
using Npgsql;

namespace AutoPortal.Bench.Portal;

/// <summary>Fills the list of leads, and compares what an export wrote with what is stored.</summary>
internal sealed class ExportBook(PortalHomeFolder home)
{
    private const string OfTenant = $"tenant_id = (select id from platform_shared.tenants where identifier = '{PortalNode.Tenant}')";
    private const int MostSeeds = 1_000;
    private const string StampHeading = "AutoPortal";
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan Within = TimeSpan.FromMinutes(10);

    /// <summary>Copies leads that are there until there are so many; each copy has its own id and moment.</summary>
    public async Task FillAsync(int leads, CancellationToken ct)
    {
        var columns = await home.ScalarAsync<string>(
            "select string_agg(format('%I', column_name), ', ') from information_schema.columns where table_schema = 'leads' and table_name = 'leads' and is_generated = 'NEVER' and column_name not in ('id', 'created_at', 'tenant_id')", ct);
        var have = await home.ScalarAsync<long>($"select count(*) from leads.leads where {OfTenant}", ct);
        if (have < leads)
        {
            // The number of seeds stands in the statement: else every copy is compared with every seed.
            var seeds = Math.Min(have, MostSeeds);
            await home.ExecuteAsync(
                $"""
                with seeds as materialized (select t.*, row_number() over () - 1 as place from (select * from leads.leads where {OfTenant} order by id limit {seeds}) t)
                insert into leads.leads (id, created_at, tenant_id, {columns})
                select gen_random_uuid(), created_at + n * interval '1 second', tenant_id, {columns} from generate_series(1, {leads - have}) n join seeds on place = n % {seeds};
                analyze leads.leads
                """, ct);
        }
    }

    /// <summary>The export that was ordered with these words.</summary>
    public Task<Guid> OfAsync(string reason, CancellationToken ct) => home.ScalarAsync<Guid>($"select id from platform.export_jobs where reason = '{reason}'", ct);

    /// <summary>Waits until it is written.</summary>
    /// <returns>From the moment a worker took it until its file was kept.</returns>
    public async Task<TimeSpan> WaitAsync(Guid export, CancellationToken ct)
    {
        await using var connection = await home.OpenAsync(ct);
        await using var look = new NpgsqlCommand($"select state, state_since from platform.export_jobs where id = '{export}'", connection);
        DateTimeOffset? began = null;
        var until = DateTimeOffset.UtcNow + Within;
        while (DateTimeOffset.UtcNow < until)
        {
            string state;
            DateTimeOffset since;
            await using (var row = await look.ExecuteReaderAsync(ct))
            {
                await row.ReadAsync(ct);
                (state, since) = (row.GetString(0), row.GetFieldValue<DateTimeOffset>(1));
            }

            switch (state)
            {
                case "writing":
                    began ??= since;
                    break;
                case "ready":
                    return since - (began ?? throw new BenchException("The export was written before it was looked at: take more rows."));
                case "failed" or "refused" or "cancelled" or "held_back":
                    throw new BenchException($"The export is {state}.");
            }

            await Task.Delay(Poll, ct);
        }

        throw new BenchException("The export was not written in time.");
    }

    /// <summary>Rows, and a sum over phone and moment of each that no order changes.</summary>
    public async Task<(long Rows, ulong Sum)> StoredAsync(CancellationToken ct)
    {
        await using var connection = await home.OpenAsync(ct);
        await using var all = new NpgsqlCommand($"select phone_mask, created_at from leads.leads where {OfTenant}", connection) { CommandTimeout = 300 };
        await using var row = await all.ExecuteReaderAsync(ct);
        var (rows, sum) = (0L, 0UL);
        while (await row.ReadAsync(ct))
        {
            rows++;
            sum = unchecked(sum + HashOf(row.GetString(0), row.GetFieldValue<DateTimeOffset>(1).ToOffset(TimeSpan.FromHours(8)).DateTime));
        }

        return (rows, sum);
    }

    /// <summary>The same of a workbook, over all of its sheets of leads. The hidden column by which a row is known again counts as none.</summary>
    public static async Task<(long Rows, ulong Sum, int Columns)> WrittenAsync(string file, CancellationToken ct)
    {
        var limits = TableLimits.Default with { MaxFileBytes = long.MaxValue, MaxUnpackedBytes = long.MaxValue };
        await using var table = await TableFile.OpenAsync(file, limits, null, ct);
        var shown = table.Columns.Where(c => c.Name != StampHeading).ToList();
        var (phone, arrived) = (shown[1].Index, shown[^1].Index);
        var (rows, sum) = (0L, 0UL);
        while (await table.ReadAsync(ct))
        {
            rows++;
            sum = unchecked(sum + HashOf(table.Row[phone].Text, table.Row[arrived].Date ?? default));
        }

        return (rows, sum, shown.Count);
    }

    // To the second: a workbook's numbers hold no more.
    private static ulong HashOf(string phone, DateTime at)
    {
        var text = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{phone}|{at.AddMilliseconds(500):yyyyMMddHHmmss}");
        var hash = 14_695_981_039_346_656_037UL;
        foreach (var sign in text)
        {
            hash = unchecked((hash ^ sign) * 1_099_511_628_211UL);
        }

        return hash;
    }
}
