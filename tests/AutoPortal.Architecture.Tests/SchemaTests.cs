using AutoPortal.Kernel.Data;
using AutoPortal.Kernel.Data.Migrating;
using AutoPortal.Testing;
using AutoPortal.Web.Hosting;
using Dapper;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace AutoPortal.Architecture.Tests;

/// <summary>All schemas of the house in one real database.</summary>
public sealed class WholeHouse() : ModuleFixture([.. PortalModules.All]);

public sealed class SchemaTests(WholeHouse house) : IClassFixture<WholeHouse>
{
    private IEnumerable<ModuleDbEntry> Modules => house.Services.GetServices<ModuleDbEntry>();

    [Fact]
    public async Task Every_tenant_table_has_the_tenant_first_in_its_key()
        => (await ColumnAsync(
            """
            select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where n.nspname = any(@schemas) and c.relkind in ('r', 'p') and not c.relispartition and c.relname <> '__ef_migrations'
              and not exists (
                select 1 from pg_index i join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
                where i.indrelid = c.oid and i.indisprimary and a.attname = 'tenant_id')
            """)).ShouldBeEmpty();

    [Fact]
    public async Task Every_unique_index_and_foreign_key_starts_with_the_tenant()
    {
        (await ColumnAsync(
            """
            select n.nspname || '.' || ic.relname from pg_index i join pg_class c on c.oid = i.indrelid join pg_class ic on ic.oid = i.indexrelid
            join pg_namespace n on n.oid = c.relnamespace left join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
            where n.nspname = any(@schemas) and i.indisunique and c.relname <> '__ef_migrations' and a.attname is distinct from 'tenant_id'
            """)).ShouldBeEmpty();
        (await ColumnAsync(
            """
            select n.nspname || '.' || k.conname from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
            join pg_attribute a on a.attrelid = c.oid and a.attnum = k.conkey[1]
            where n.nspname = any(@schemas) and k.contype = 'f' and a.attname <> 'tenant_id'
            """)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_tenant_table_has_row_level_security_and_the_one_policy()
        => (await ColumnAsync(
            """
            select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where n.nspname = any(@schemas) and c.relkind in ('r', 'p') and not c.relispartition and c.relname <> '__ef_migrations'
              and not (c.relrowsecurity and exists (select 1 from pg_policy p where p.polrelid = c.oid and p.polname = 'tenant_isolation'
                and pg_get_expr(p.polqual, c.oid) like '%app.tenant%' and pg_get_expr(p.polwithcheck, c.oid) like '%app.tenant%'))
            """)).ShouldBeEmpty();

    [Fact]
    public async Task The_application_role_reaches_no_partition_directly_and_owns_nothing()
    {
        (await ColumnAsync(
            """
            select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where n.nspname = any(@schemas) and c.relispartition and has_table_privilege(@role, c.oid, 'select')
            """)).ShouldBeEmpty();
        (await ColumnAsync("select relname::text from pg_class where relowner = (select oid from pg_roles where rolname = @role)")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Tables_that_are_only_added_to_cannot_be_rewritten_by_the_application()
    {
        var appendOnly = Modules.SelectMany(m =>
        {
            using var db = m.CreateFor(house.Database.Connections.PortalOwner);
            return db.Model.GetEntityTypes().Where(e => e.ClrType.IsDefined(typeof(AppendOnlyAttribute), false)).Select(e => $"{m.Schema}.{e.GetTableName()}").ToList();
        }).ToArray();

        appendOnly.ShouldNotBeEmpty();
        (await ColumnAsync("select t from unnest(@appendOnly) t where has_table_privilege(@role, t, 'update') or has_table_privilege(@role, t, 'delete')", appendOnly)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Tables_without_a_tenant_are_listed_by_name_with_a_reason()
    {
        var listed = house.Services.GetServices<SharedTable>().ToList();
        var found = await ColumnAsync(
            """
            select c.relname::text from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where n.nspname = 'platform_shared' and c.relkind in ('r', 'p') and c.relname not like '\_\_ef%'
            """);

        found.Order(StringComparer.Ordinal).ShouldBe(listed.Select(t => t.Name).Order(StringComparer.Ordinal));
        listed.ShouldAllBe(t => t.Reason.Length > 20);
    }

    [Fact]
    public async Task Outside_the_modules_schemas_and_the_shared_one_there_are_no_tables()
        => (await ColumnAsync(
            """
            select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relkind in ('r', 'p') and n.nspname <> all(@schemas) and n.nspname <> 'platform_shared' and n.nspname !~ '^(pg_|information_schema)'
            """)).ShouldBeEmpty();

    [Fact]
    public async Task What_lists_filter_and_sort_by_has_types_that_reach_an_index_behind_row_level_security()
        => (await ColumnAsync(
            """
            select n.nspname || '.' || c.relname || '.' || a.attname from pg_index i join pg_class c on c.oid = i.indrelid join pg_namespace n on n.oid = c.relnamespace
            join pg_attribute a on a.attrelid = c.oid and a.attnum = any(i.indkey) join pg_type t on t.oid = a.atttypid
            where n.nspname = any(@schemas) and not c.relispartition and t.typname not in ('uuid', 'text', 'varchar', 'int2', 'int4', 'int8', 'timestamptz', 'date', 'bool')
            """)).ShouldBeEmpty();

    [Fact]
    public void Every_model_is_what_its_migrations_make()
    {
        foreach (var module in Modules)
        {
            using var db = module.CreateFor(house.Database.Connections.PortalOwner);
            db.Database.HasPendingModelChanges().ShouldBeFalse(module.Schema);
        }
    }

    private async Task<List<string>> ColumnAsync(string sql, string[]? appendOnly = null)
    {
        await using var owner = new NpgsqlConnection(house.Database.Connections.PortalOwner);
        var role = new NpgsqlConnectionStringBuilder(house.Database.Connections.Portal).Username;
        return (await owner.QueryAsync<string>(sql, new { schemas = Modules.Select(m => m.Schema).ToArray(), role, appendOnly })).AsList();
    }
}
