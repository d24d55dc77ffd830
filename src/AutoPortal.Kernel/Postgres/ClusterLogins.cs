#pragma warning disable RS0030 // Administrative SQL stands below the tenancy walls: there is no tenant here yet.
using Npgsql;

namespace AutoPortal.Kernel.Postgres;

/// <summary>The logins of the embedded cluster. Roles are made once per cluster, never in a migration.</summary>
internal static class ClusterLogins
{
    public const string AdministratorName = "postgres";
    public const string OwnerName = "portal_owner";
    public const string AppName = "portal_app";
    public const string DatabaseName = "portal";

    // Two nodes may share one embedded server: both pools and the owner's fit into its connections.
    private const int AppPool = 80;
    private const int OwnerPool = 10;

    public static string Administrator(HomeRecord record, string database = "postgres")
        => Login(record, AdministratorName, record.AdministratorPassword, database, pool: null);

    public static PortalConnections Portal(HomeRecord record, string database)
        => new(
            Login(record, AppName, record.AppPassword, database, AppPool),
            Login(record, OwnerName, record.OwnerPassword, database, OwnerPool),
            Login(record, AppName, record.AppPassword, database, pool: null));

    public static async Task EnsureAsync(HomeRecord record, CancellationToken ct)
    {
        await using var connection = new NpgsqlConnection(Administrator(record));
        await connection.OpenAsync(ct);
        await EnsureRoleAsync(connection, OwnerName, record.OwnerPassword, ct);
        await EnsureRoleAsync(connection, AppName, record.AppPassword, ct);
        if (!await ExistsAsync(connection, $"SELECT 1 FROM pg_database WHERE datname = '{DatabaseName}'", ct))
        {
            await ExecuteAsync(connection, $"CREATE DATABASE {DatabaseName} OWNER {OwnerName}", ct);
        }

        await OpenToAppAsync(connection, DatabaseName, ct);
    }

    /// <summary>The application role may connect and nothing more; schemas are granted by the policies step.</summary>
    public static Task OpenToAppAsync(NpgsqlConnection administrator, string database, CancellationToken ct)
        => ExecuteAsync(administrator, $"REVOKE ALL ON DATABASE {database} FROM PUBLIC; GRANT CONNECT ON DATABASE {database} TO {AppName}", ct);

    public static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(ct);
    }

    private static async Task EnsureRoleAsync(NpgsqlConnection connection, string role, string password, CancellationToken ct)
    {
        if (!await ExistsAsync(connection, $"SELECT 1 FROM pg_roles WHERE rolname = '{role}'", ct))
        {
            await ExecuteAsync(
                connection,
                $"CREATE ROLE {role} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS PASSWORD '{password}'",
                ct);
        }
    }

    private static async Task<bool> ExistsAsync(NpgsqlConnection connection, string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(ct) is not null;
    }

    private static string Login(HomeRecord record, string role, string password, string database, int? pool)
    {
        var login = new NpgsqlConnectionStringBuilder
        {
            Host = "127.0.0.1",
            Port = record.Port,
            Database = database,
            Username = role,
            Password = password,
            ApplicationName = "AutoPortal",
            SslMode = SslMode.Disable,
            GssEncryptionMode = GssEncryptionMode.Disable,
            Pooling = pool is not null,
        };
        if (pool is { } most)
        {
            login.MaxPoolSize = most;
        }

        return login.ConnectionString;
    }
}
