using System.Text.Json;
using Npgsql;

namespace AutoPortal.Bench.Portal;

/// <summary>The data folder of the measured portal, and its embedded server as its administrator sees it.</summary>
internal sealed class PortalHomeFolder(string folder)
{
    public string Folder { get; } = folder;

    /// <summary>pgbench of the machine, run against the very server that the portal works with.</summary>
    public IReadOnlyDictionary<string, string> PgEnvironment(string database)
    {
        var login = Login(database);
        return new Dictionary<string, string>
        {
            ["PGHOST"] = login.Host!,
            ["PGPORT"] = login.Port.ToString(System.Globalization.CultureInfo.InvariantCulture),
            ["PGUSER"] = login.Username!,
            ["PGPASSWORD"] = login.Password!,
            ["PGDATABASE"] = database,
        };
    }

    public async Task<NpgsqlConnection> OpenAsync(CancellationToken ct, string database = "portal")
    {
        var connection = new NpgsqlConnection(Login(database).ConnectionString);
        await connection.OpenAsync(ct);
        return connection;
    }

    public async Task<T> ScalarAsync<T>(string sql, CancellationToken ct, string database = "portal")
    {
        await using var connection = await OpenAsync(ct, database);
        await using var command = new NpgsqlCommand(sql, connection);
        return (T)(await command.ExecuteScalarAsync(ct))!;
    }

    public async Task ExecuteAsync(string sql, CancellationToken ct, string database = "portal")
    {
        await using var connection = await OpenAsync(ct, database);
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 300 };
        await command.ExecuteNonQueryAsync(ct);
    }

    private NpgsqlConnectionStringBuilder Login(string database)
    {
        using var record = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, "postgres.json")));
        return new()
        {
            Host = "127.0.0.1",
            Port = record.RootElement.GetProperty("Port").GetInt32(),
            Username = "postgres",
            Password = record.RootElement.GetProperty("AdministratorPassword").GetString(),
            Database = database,
            SslMode = SslMode.Disable,
            GssEncryptionMode = GssEncryptionMode.Disable,
            Pooling = false,
        };
    }
}
