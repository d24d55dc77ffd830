using AutoPortal.Kernel.Data;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace AutoPortal.Web.Tests;

/// <summary>Puts a row into the tables that the demonstration leaves empty, so that the leak test could fail on each.</summary>
public static class Planting
{
    public static async Task PlantAsync(this House house, Guid tenantId)
    {
        await using var owner = new NpgsqlConnection(house.Connections.PortalOwner);
        foreach (var module in house.App.Services.GetServices<ModuleDbEntry>())
        {
            var empty = (await owner.QueryAsync<string>(
                """
                select c.relname::text from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where n.nspname = @schema and c.relkind in ('r', 'p') and not c.relispartition and c.relname <> '__ef_migrations'
                """, new { schema = module.Schema })).AsList();
            foreach (var table in empty)
            {
                if (await owner.ExecuteScalarAsync<bool>($"select exists (select 1 from {module.Schema}.{table} where tenant_id = @tenantId)", new { tenantId }))
                {
                    continue;
                }

                await PlantRowAsync(house, module.Schema, table, tenantId);
            }
        }
    }

    // Foreign keys and triggers are none of this test's business: the row only has to be there.
    private static async Task PlantRowAsync(House house, string schema, string table, Guid tenantId)
    {
        await using var owner = new NpgsqlConnection(house.Connections.PortalOwner);
        var columns = (await owner.QueryAsync<(string Name, string Type, bool IsNullable, string? Length)>(
            """
            select column_name, udt_name, is_nullable = 'YES', character_maximum_length::text from information_schema.columns
            where table_schema = @schema and table_name = @table and is_generated = 'NEVER' and is_identity = 'NO'
            """, new { schema, table })).Where(c => !c.IsNullable || c.Name == "tenant_id").ToList();
        var values = columns.Select(c => c.Name == "tenant_id" ? $"'{tenantId}'" : c.Type switch
        {
            "uuid" => $"'{Guid.CreateVersion7()}'",
            "text" or "varchar" or "bpchar" => "'p'",
            "int2" or "int4" or "int8" or "float8" or "numeric" => "1",
            "bool" => "true",
            "timestamptz" => "now()",
            "date" => "current_date",
            "time" => "'09:00'",
            "jsonb" or "json" => "'{}'",
            "bytea" => "'\\x00'",
            "_text" or "_varchar" or "_uuid" => "'{}'",
            _ => throw new NotSupportedException($"{schema}.{table}.{c.Name} is {c.Type}"),
        });
        await house.Database.RunAsAdministratorAsync(
            $"set session_replication_role = replica; insert into {schema}.{table} ({string.Join(", ", columns.Select(c => $"\"{c.Name}\""))}) values ({string.Join(", ", values)})");
    }
}
