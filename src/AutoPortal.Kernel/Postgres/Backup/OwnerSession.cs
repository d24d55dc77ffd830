#pragma warning disable RS0030 // Backup and restore move all tenants' rows as the owner: there is no tenant scope to keep.
using Npgsql;

namespace AutoPortal.Kernel.Postgres.Backup;

/// <summary>The owner's own connection for one backup or restore, in one transaction.</summary>
internal sealed class OwnerSession : IAsyncDisposable
{
    private readonly NpgsqlTransaction _transaction;

    private OwnerSession(NpgsqlConnection connection, NpgsqlTransaction transaction)
    {
        Connection = connection;
        _transaction = transaction;
    }

    public NpgsqlConnection Connection { get; }

    public static async Task<OwnerSession> OpenAsync(string ownerConnection, System.Data.IsolationLevel isolation, CancellationToken ct)
    {
        // A large table takes longer than any request may.
        var login = new NpgsqlConnectionStringBuilder(ownerConnection) { Pooling = false, CommandTimeout = 0 };
        var connection = new NpgsqlConnection(login.ConnectionString);
        try
        {
            await connection.OpenAsync(ct);
            var session = new OwnerSession(connection, await connection.BeginTransactionAsync(isolation, ct));

            // Without a search path PostgreSQL spells every definition with its schema; without row security a policy that binds the owner is an error, not a silent gap.
            await session.ExecuteAsync("SET LOCAL search_path = pg_catalog; SET LOCAL row_security = off; SET LOCAL timezone = 'UTC'", ct);
            return session;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    public Task CommitAsync(CancellationToken ct) => _transaction.CommitAsync(ct);

    public async Task ExecuteAsync(string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, Connection);
        await command.ExecuteNonQueryAsync(ct);
    }

    public async Task<T> OneAsync<T>(string sql, CancellationToken ct)
        => (await ListAsync(sql, row => row.GetFieldValue<T>(0), ct)).Single();

    public async Task<List<T>> ListAsync<T>(string sql, Func<NpgsqlDataReader, T> read, CancellationToken ct)
    {
        var rows = new List<T>();
        await using var command = new NpgsqlCommand(sql, Connection);
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            rows.Add(read(reader));
        }

        return rows;
    }

    public async ValueTask DisposeAsync()
    {
        await _transaction.DisposeAsync();
        await Connection.DisposeAsync();
    }
}
