using System.Collections.Concurrent;
using AutoPortal.Kernel.Postgres;
using Npgsql;

namespace AutoPortal.Testing.Postgres;

/// <summary>One throw-away PostgreSQL cluster per test process, from which each fixture takes databases of its own.</summary>
public static class TestCluster
{
    private const string FolderPrefix = "autoportal-test-";

    internal static readonly EmbeddedPostgresOptions Options = new() { IsDurable = false, MaxConnections = 400 };

    private static readonly Lazy<Task<EmbeddedPostgres>> Cluster = new(StartAsync);
    private static readonly ConcurrentDictionary<string, Lazy<Task<string>>> Templates = new(StringComparer.Ordinal);
    private static int _databases;

    /// <summary>Builds a named template once per process; later calls wait for the first and ignore their own recipe.</summary>
    /// <param name="name">Lower-case letters, digits and underscores.</param>
    /// <param name="migrate">Fills the empty database. Its connections are closed afterwards.</param>
    /// <returns>The template's name, for <see cref="CreateDatabaseAsync"/>.</returns>
    public static Task<string> TemplateAsync(string name, Func<PortalConnections, Task> migrate)
        => Templates.GetOrAdd(name, _ => new(() => BuildTemplateAsync(name, migrate))).Value;

    /// <summary>Makes a database like the template, or an empty one; disposing drops it.</summary>
    public static async Task<TestDatabase> CreateDatabaseAsync(string? template = null)
    {
        var cluster = await Cluster.Value;
        var name = $"test_{Interlocked.Increment(ref _databases)}";
        await MakeAsync(cluster, name, template);
        return new(cluster, name);
    }

    internal static async Task RunAsync(EmbeddedPostgres cluster, string database, params string[] statements)
    {
        var login = new NpgsqlConnectionStringBuilder(cluster.Administrator) { Database = database };
        await using var connection = new NpgsqlConnection(login.ConnectionString);
        await connection.OpenAsync();
        foreach (var statement in statements)
        {
            await using var command = new NpgsqlCommand(statement, connection);
            await command.ExecuteNonQueryAsync();
        }
    }

    private static async Task<string> BuildTemplateAsync(string name, Func<PortalConnections, Task> migrate)
    {
        var cluster = await Cluster.Value;
        var template = $"template_{name}";
        await MakeAsync(cluster, template, template: null);
        var connections = cluster.ConnectionsTo(template);
        await migrate(connections);
        EmbeddedPostgres.ClearPools(connections);
        await RunAsync(cluster, "postgres", $"ALTER DATABASE {template} ALLOW_CONNECTIONS false");
        return template;
    }

    private static Task MakeAsync(EmbeddedPostgres cluster, string name, string? template)
        => RunAsync(
            cluster,
            "postgres",
            $"CREATE DATABASE {name} OWNER portal_owner TEMPLATE {template ?? "template1"}",
            $"REVOKE ALL ON DATABASE {name} FROM PUBLIC",
            $"GRANT CONNECT ON DATABASE {name} TO portal_app");

    internal static async Task<EmbeddedPostgres> StartAsync()
    {
        await LeftoverClusters.RemoveAsync(FolderPrefix);
        var home = Path.Combine(Path.GetTempPath(), $"{FolderPrefix}{Environment.ProcessId}-{Guid.NewGuid().ToString("N")[..8]}");
        var cluster = await EmbeddedPostgres.StartAsync(home, Options, CancellationToken.None);
        ClusterReaper.Watch(home);
        return cluster;
    }
}
