#pragma warning disable RS0030 // Below the tenancy walls: this makes them.
using System.Security.Cryptography;
using System.Text;
using Dapper;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace AutoPortal.Kernel.Data.Migrating;

/// <summary>Brings every schema forward as its owner, then makes partitions, policies and grants. Idempotent; two nodes may try at once.</summary>
public sealed partial class DatabaseMigrator(IEnumerable<ModuleDbEntry> modules, IEnumerable<ISharedSchema> shared, IEnumerable<SharedTable> sharedTables, TenancyPolicies policies, ILogger<DatabaseMigrator> log)
{
    /// <summary>Migrates what is not current.</summary>
    /// <param name="ownerConnection">Login <c>PortalOwner</c>.</param>
    /// <param name="applicationRole">Role that gets the grants.</param>
    /// <param name="ct">Cancels between modules.</param>
    /// <returns>Whether anything was done.</returns>
    public async Task<bool> MigrateAsync(string ownerConnection, string applicationRole, CancellationToken ct)
    {
        var fingerprint = Fingerprint(applicationRole);
        await using var connection = new NpgsqlConnection(ownerConnection);
        await connection.OpenAsync(ct);
        if (await StoredAsync(connection) == fingerprint)
        {
            return false;
        }

        await connection.ExecuteAsync("select pg_advisory_lock(hashtextextended('portal_migrate', 0))");
        if (await StoredAsync(connection) == fingerprint)
        {
            return false;
        }

        await connection.ExecuteAsync("create schema if not exists platform_shared; create table if not exists platform_shared.schema_state (fingerprint text not null)");
        foreach (var schema in shared)
        {
            await schema.MigrateAsync(ownerConnection, ct);
        }

        foreach (var module in modules)
        {
            ct.ThrowIfCancellationRequested();
            await using var db = module.CreateFor(ownerConnection);
            await db.Database.MigrateAsync(ct);
            Migrated(module.Schema);
        }

        await policies.ApplyAsync(connection, applicationRole, ct);
        await connection.ExecuteAsync("delete from platform_shared.schema_state; insert into platform_shared.schema_state values (@fingerprint)", new { fingerprint });
        return true;
    }

    private static async Task<string?> StoredAsync(NpgsqlConnection connection)
        => await connection.ExecuteScalarAsync<bool>("select to_regclass('platform_shared.schema_state') is not null")
            ? await connection.ExecuteScalarAsync<string?>("select fingerprint from platform_shared.schema_state")
            : null;

    // Module builds stand for their migrations: reading the ids out of every assembly would cost more than a start may take.
    private string Fingerprint(string applicationRole)
    {
        var parts = modules.Select(m => m.Type.Assembly).Append(typeof(DatabaseMigrator).Assembly).Distinct()
            .Select(a => a.ManifestModule.ModuleVersionId.ToString())
            .Concat(sharedTables.Select(t => t.ToString()))
            .Append(applicationRole)
            .Order(StringComparer.Ordinal);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts))));
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Schema {Schema} is current")]
    private partial void Migrated(string schema);
}

/// <summary>A context of <c>platform_shared</c> that has migrations of its own.</summary>
public interface ISharedSchema
{
    /// <summary>Brings its tables forward.</summary>
    Task MigrateAsync(string ownerConnection, CancellationToken ct);
}
