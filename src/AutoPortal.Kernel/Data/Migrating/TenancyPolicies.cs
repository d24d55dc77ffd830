#pragma warning disable RS0030 // Below the tenancy walls: this makes them.
using Dapper;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace AutoPortal.Kernel.Data.Migrating;

/// <summary>The second wall: row-level security on every tenant table, and no grant that the application does not need. One idempotent step after every migrate.</summary>
public sealed class TenancyPolicies(IEnumerable<ModuleDbEntry> modules, IEnumerable<SharedTable> sharedTables)
{
    private const string SharedSchema = "platform_shared";
    private const string ImportChangesTable = "import_changes";

    // Partitions are cut by the time inside the UUIDv7 id, so that the key stays (tenant_id, id).
    private const string Functions =
        """
        create or replace function platform_shared.id_floor(at timestamptz) returns uuid language sql immutable as
        $$ select (lpad(to_hex((extract(epoch from at) * 1000)::bigint), 12, '0') || '00000000000000000000')::uuid $$;

        create or replace function platform_shared.ensure_partitions(months_ahead int) returns int language plpgsql security definer set search_path = pg_catalog as
        $$
        declare
            parent record; first timestamptz; made int := 0; part text;
        begin
            for parent in
                select n.nspname as schema_name, c.relname as table_name from pg_partitioned_table p join pg_class c on c.oid = p.partrelid join pg_namespace n on n.oid = c.relnamespace
                where pg_get_userbyid(c.relowner) = current_user and obj_description(c.oid, 'pg_class') is distinct from 'partitioned by day'
            loop
                if to_regclass(format('%I.%I', parent.schema_name, parent.table_name || '_rest')) is null then
                    execute format('create table %I.%I partition of %I.%I default', parent.schema_name, parent.table_name || '_rest', parent.schema_name, parent.table_name);
                end if;
                for i in 0 .. months_ahead loop
                    first := date_trunc('month', now() at time zone 'UTC') at time zone 'UTC' + make_interval(months => i);
                    part := parent.table_name || to_char(first at time zone 'UTC', '"_y"YYYY"m"MM');
                    if to_regclass(format('%I.%I', parent.schema_name, part)) is null then
                        execute format('create table %I.%I partition of %I.%I for values from (%L) to (%L)', parent.schema_name, part, parent.schema_name, parent.table_name,
                            platform_shared.id_floor(first), platform_shared.id_floor(first + interval '1 month'));
                        made := made + 1;
                    end if;
                end loop;
            end loop;
            return made;
        end
        $$;
        """;

    /// <summary>Applies policies, grants and partitions as owner.</summary>
    public async Task ApplyAsync(NpgsqlConnection owner, string applicationRole, CancellationToken ct)
    {
        var role = Quote(applicationRole);
        await RunAsync(owner, Functions, ct);
        await RunAsync(owner, DayPartitions.Functions, ct);
        await RunAsync(owner, $"grant usage on schema {SharedSchema} to {role}; revoke all on function {SharedSchema}.ensure_partitions(int) from public; grant execute on function {SharedSchema}.ensure_partitions(int), {SharedSchema}.id_floor(timestamptz) to {role};", ct);
        await RunAsync(owner, $"select {SharedSchema}.ensure_partitions(3)", ct);
        await RunAsync(owner, DayPartitions.GrantsTo(role), ct);
        await RunAsync(owner, $"select {SharedSchema}.ensure_days(8, 3)", ct);

        foreach (var table in sharedTables)
        {
            await RunAsync(owner, $"revoke all on {SharedSchema}.{Quote(table.Name)} from {role}; grant {table.Grants} on {SharedSchema}.{Quote(table.Name)} to {role};", ct);
        }

        foreach (var module in modules)
        {
            await ApplyAsync(owner, module, role, ct);
        }
    }

    private static async Task ApplyAsync(NpgsqlConnection owner, ModuleDbEntry module, string role, CancellationToken ct)
    {
        await using var db = module.CreateFor(owner.ConnectionString);
        var appendOnly = db.Model.GetEntityTypes().Where(e => e.FindAnnotation(ModuleModel.AppendOnly) is not null).Select(e => e.GetTableName()!).ToHashSet(StringComparer.Ordinal);
        var tables = (await owner.QueryAsync<string>(new CommandDefinition(
            """
            select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where n.nspname = @schema and c.relkind in ('r', 'p') and not c.relispartition and c.relname <> @history
              and exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped)
            """,
            new { schema = module.Schema, history = ModuleDbSetup.HistoryTable }, cancellationToken: ct))).AsList();

        await RunAsync(owner, $"grant usage on schema {module.Schema} to {role};", ct);
        foreach (var table in tables)
        {
            var grants = appendOnly.Contains(table) ? "select, insert" : "select, insert, update, delete";
            await RunAsync(owner,
                $"""
                alter table {module.Schema}.{table} enable row level security;
                drop policy if exists tenant_isolation on {module.Schema}.{table};
                create policy tenant_isolation on {module.Schema}.{table}
                    using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
                    with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
                revoke all on {module.Schema}.{table} from {role};
                grant {grants} on {module.Schema}.{table} to {role};
                """, ct);
        }

        if (tables.Contains(ImportChangesTable))
        {
            await LetImportsBeTakenBackAsync(owner, module.Schema, role, ct);
        }

        // The only question the application may ask across tenants: whose outbox has work. It answers with ids alone.
        await RunAsync(owner,
            $"""
            create or replace function {module.Schema}.outbox_tenants() returns setof uuid language sql stable security definer set search_path = pg_catalog as
            $$ select distinct tenant_id from {module.Schema}.outbox_messages where delivered_at is null and dead_at is null and next_attempt_at <= now() $$;
            revoke all on function {module.Schema}.outbox_tenants() from public;
            grant execute on function {module.Schema}.outbox_tenants() to {role};
            """, ct);
    }

    // Tables that only grow stay so for the application; an undo takes from them what the ledger says its run added, nothing else.
    private static Task LetImportsBeTakenBackAsync(NpgsqlConnection owner, string schema, string role, CancellationToken ct)
        => RunAsync(owner,
            $"""
            create or replace function {schema}.take_back_added(tenant uuid, run uuid, from_table text, ids uuid[]) returns bigint language plpgsql security definer set search_path = pg_catalog as
            $$
            declare taken bigint;
            begin
                execute format(
                    'delete from {schema}.%I t using {schema}.{ImportChangesTable} c
                     where t.tenant_id = $1 and $1 = nullif(current_setting(''app.tenant'', true), '''')::uuid and t.id = any($4)
                       and c.tenant_id = $1 and c.run_id = $2 and c.table_name = $3 and c.row_id = t.id and c.before is null', from_table) using tenant, run, from_table, ids;
                get diagnostics taken = row_count;
                return taken;
            end
            $$;
            revoke all on function {schema}.take_back_added(uuid, uuid, text, uuid[]) from public;
            grant execute on function {schema}.take_back_added(uuid, uuid, text, uuid[]) to {role};
            """, ct);

    private static string Quote(string identifier) => "\"" + identifier.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";

    private static Task RunAsync(NpgsqlConnection owner, string sql, CancellationToken ct)
        => owner.ExecuteAsync(new CommandDefinition(sql, cancellationToken: ct));
}
