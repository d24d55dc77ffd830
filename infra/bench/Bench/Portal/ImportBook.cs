using System.Text.Json;
using Npgsql;

namespace AutoPortal.Bench.Portal;

/// <summary>What the database says of imports, read as its administrator.</summary>
internal sealed class ImportBook(PortalHomeFolder home)
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(50);

    // Diaries of what happened, and what the Leads README says an undo leaves: whose turn it is.
    private const string Diaries = "'audit_entries', 'outbox_messages', 'inbox_messages', 'import_batches', 'import_records', 'import_changes', 'import_runs', 'import_mappings', 'rotation_turns'";

    public Task<string> StateAsync(Guid run, CancellationToken ct) => home.ScalarAsync<string>($"select state from platform.import_runs where id = '{run}'", ct);

    /// <summary>Rows that are in the ledger of a run, over the schemas that have one.</summary>
    public Task<long> DoneAsync(Guid run, bool isPreview, CancellationToken ct)
        => home.ScalarAsync<long>($"select coalesce(sum((tally->>'Rows')::int), 0)::bigint from leads.import_batches where run_id = '{run}' and is_preview = {isPreview}", ct);

    /// <summary>Waits for one of these states.</summary>
    public async Task<string> WaitAsync(Guid run, IReadOnlyCollection<string> states, TimeSpan within, CancellationToken ct)
    {
        var until = DateTimeOffset.UtcNow + within;
        while (DateTimeOffset.UtcNow < until)
        {
            var state = await StateAsync(run, ct);
            if (states.Contains(state))
            {
                return state;
            }

            await Task.Delay(Poll, ct);
        }

        throw new BenchException($"Import {run} did not become {string.Join(" or ", states)} in time: {await StateAsync(run, ct)}, {await DoneAsync(run, false, ct)} rows.");
    }

    /// <summary>Rows of a run by what became of them.</summary>
    public async Task<IReadOnlyDictionary<string, int>> ResultsAsync(Guid run, CancellationToken ct)
    {
        var json = await home.ScalarAsync<string>(
            $"""
            select coalesce(jsonb_object_agg(word, n), jsonb_build_object())::text from (
                select r.key as word, sum(r.value::int) as n from leads.import_batches b, jsonb_each_text(b.tally->'Results') r
                where b.run_id = '{run}' and not b.is_preview group by r.key) each
            """, ct);
        return JsonSerializer.Deserialize<Dictionary<string, int>>(json)!;
    }

    /// <summary>Records that an undo left, because somebody changed them since.</summary>
    public Task<long> LeftAsync(Guid run, CancellationToken ct) => home.ScalarAsync<long>($"select count(distinct root_id) from leads.import_records where run_id = '{run}' and undo_left is not null", ct);

    /// <summary>Number of rows and md5 of every table that belongs to tenants, diaries left out.</summary>
    public async Task<IReadOnlyDictionary<string, string>> SumsAsync(CancellationToken ct)
    {
        var tables = new List<string>();
        await using var connection = await home.OpenAsync(ct);
        await using (var list = new NpgsqlCommand(
            $"""
            select format('%I.%I', c.table_schema, c.table_name) from information_schema.columns c
            join pg_class k on k.oid = format('%I.%I', c.table_schema, c.table_name)::regclass
            where c.column_name = 'tenant_id' and k.relkind in ('r', 'p') and not k.relispartition
            and c.table_schema not in ('pg_catalog', 'information_schema', 'platform_shared', 'files') and c.table_name not in ({Diaries})
            order by 1
            """, connection))
        await using (var rows = await list.ExecuteReaderAsync(ct))
        {
            while (await rows.ReadAsync(ct))
            {
                tables.Add(rows.GetString(0));
            }
        }

        var sums = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var table in tables)
        {
            // A hash of each row first: all rows as one text would not fit.
            await using var sum = new NpgsqlCommand($"select count(*) || ' ' || coalesce(md5(string_agg(h, '' order by h)), '') from (select md5(to_jsonb(t)::text) as h from {table} t) each", connection) { CommandTimeout = 300 };
            sums[table] = (string)(await sum.ExecuteScalarAsync(ct))!;
        }

        return sums;
    }
}
