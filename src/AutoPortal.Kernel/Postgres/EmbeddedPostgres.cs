using Microsoft.Extensions.Logging;
using Npgsql;

namespace AutoPortal.Kernel.Postgres;

/// <summary>
/// This process's hold on the private PostgreSQL server of a home. All processes of the home share one server:
/// the first starts it, the last stops it, and one that is killed leaves it to the next.
/// </summary>
public sealed class EmbeddedPostgres : IAsyncDisposable
{
    private readonly PortalHome _home;
    private readonly PostgresServer _server;
    private readonly EmbeddedPostgresOptions _options;
    private readonly HomeRecord _record;
    private IDisposable? _lease;

    private EmbeddedPostgres(PortalHome home, PostgresServer server, EmbeddedPostgresOptions options, HomeRecord record, IDisposable lease)
    {
        _home = home;
        _server = server;
        _options = options;
        _record = record;
        _lease = lease;
        Connections = ClusterLogins.Portal(record, ClusterLogins.DatabaseName);
    }

    /// <summary>The portal's three logins to the database portal.</summary>
    public PortalConnections Connections { get; }

    /// <summary>Absolute path of the home.</summary>
    public string Home => _home.Folder;

    /// <summary>The superuser's unpooled connection to the database postgres: for tests and repair, never for the portal.</summary>
    public string Administrator => ClusterLogins.Administrator(_record);

    /// <summary>Starts the home's server, or joins the one that runs.</summary>
    /// <param name="home">The home folder, made where it is missing; null takes <see cref="PortalHome.Choose"/>.</param>
    /// <param name="options">Null takes the defaults.</param>
    /// <param name="ct">Ends the waiting.</param>
    /// <exception cref="EmbeddedPostgresException">In one line, why there can be no server here.</exception>
    public static async Task<EmbeddedPostgres> StartAsync(string? home, EmbeddedPostgresOptions? options, CancellationToken ct)
    {
        options ??= new();
        var account = ServerAccount.ForThisProcess();

        // Before anything is made there: a refused home is left as it was.
        await account.CheckReachAsync(PortalHome.PathOf(home), ct);
        var folder = PortalHome.Open(home);
        var server = new PostgresServer(folder, account, options);
        using var starting = await HomeLock.ExclusiveAsync(folder.StartLock, options.StartWithin, ct);

        // Taken before the server runs: a failure further down then finds out, as ever, whether it was the last holder.
        var lease = HomeLock.Shared(folder.Lease);
        try
        {
            var record = await server.EnsureRunningAsync(ct);
            await ClusterLogins.EnsureAsync(record, ct);
            return new(folder, server, options, record, lease);
        }
        catch
        {
            await LeaveAsync(folder, server, lease);
            throw;
        }
    }

    /// <summary>Lets go of the server, and stops it where no other process holds it.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _lease, null) is not { } lease)
        {
            return;
        }

        ClearPools(Connections);
        using var stopping = await HomeLock.ExclusiveAsync(_home.StartLock, _options.StartWithin, CancellationToken.None);
        await LeaveAsync(_home, _server, lease);
    }

    /// <summary>The three logins to another database of the same cluster.</summary>
    /// <param name="database">A name of lower-case letters, digits and underscores.</param>
    public PortalConnections ConnectionsTo(string database) => ClusterLogins.Portal(_record, database);

    /// <summary>Closes this process's idle connections, which would otherwise outlive the server or block a drop.</summary>
    public static void ClearPools(PortalConnections connections)
    {
        foreach (var login in new[] { connections.Portal, connections.PortalOwner })
        {
            using var connection = new NpgsqlConnection(login);
            NpgsqlConnection.ClearPool(connection);
        }
    }

    private static async Task LeaveAsync(PortalHome home, PostgresServer server, IDisposable lease)
    {
        lease.Dispose();
        if (HomeLock.TryExclusive(home.Lease) is { } alone)
        {
            using (alone)
            {
                await server.StopAsync(CancellationToken.None);
            }
        }
    }
}
