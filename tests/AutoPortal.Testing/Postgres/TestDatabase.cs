using AutoPortal.Kernel.Postgres;

namespace AutoPortal.Testing.Postgres;

/// <summary>A database that lives as long as this object.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private readonly EmbeddedPostgres _cluster;

    internal TestDatabase(EmbeddedPostgres cluster, string name)
    {
        _cluster = cluster;
        Name = name;
        Connections = cluster.ConnectionsTo(name);
    }

    public string Name { get; }

    public PortalConnections Connections { get; }

    /// <summary>Runs statements as superuser, for what a test has to arrange behind the portal's back.</summary>
    public Task RunAsAdministratorAsync(params string[] statements) => TestCluster.RunAsync(_cluster, Name, statements);

    /// <summary>Ends every connection but its own, as a restart of the server does.</summary>
    public Task EndConnectionsAsync()
        => RunAsAdministratorAsync("select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()");

    public async ValueTask DisposeAsync()
    {
        EmbeddedPostgres.ClearPools(Connections);
        await TestCluster.RunAsync(_cluster, "postgres", $"DROP DATABASE IF EXISTS {Name} WITH (FORCE)");
    }
}
