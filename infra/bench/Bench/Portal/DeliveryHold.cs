using Npgsql;

namespace AutoPortal.Bench.Portal;

/// <summary>Keeps the sign-ups' outbox as a deliverer on another node would: everybody else leaves it alone until it is let go.</summary>
internal sealed class DeliveryHold : IAsyncDisposable
{
    private const string Key = "'activities:' || replace(id::text, '-', '')";
    private const string OfTenant = $"from platform_shared.tenants where identifier = '{PortalNode.Tenant}'";
    private readonly NpgsqlConnection _connection;

    private DeliveryHold(NpgsqlConnection connection) => _connection = connection;

    public static async Task<DeliveryHold> TakeAsync(PortalHomeFolder home, CancellationToken ct)
    {
        var connection = await home.OpenAsync(ct);
        await using var take = new NpgsqlCommand($"select pg_advisory_lock(hashtextextended('outbox:' || {Key}, 0)) {OfTenant}", connection);
        await take.ExecuteNonQueryAsync(ct);
        return new(connection);
    }

    /// <summary>Lets go and rings, so that waiting for the next sweep is not measured.</summary>
    public async Task LetGoAsync(CancellationToken ct)
    {
        await using var go = new NpgsqlCommand($"select pg_advisory_unlock_all(), pg_notify('portal_outbox', {Key}) {OfTenant}", _connection);
        await go.ExecuteNonQueryAsync(ct);
    }

    public ValueTask DisposeAsync() => _connection.DisposeAsync();
}
