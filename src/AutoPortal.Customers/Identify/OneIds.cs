using AutoPortal.Customers.Data;
using AutoPortal.Kernel.Data;

namespace AutoPortal.Customers.Identify;

/// <summary>A key that may be new.</summary>
/// <param name="NewId">The One-ID where it is.</param>
internal sealed record NewKey(Guid NewId, string Type, string Hash, DateTimeOffset At);

/// <summary>Finds the people behind keys, and makes those who are not there.</summary>
internal static class OneIds
{
    // The unique key decides who is new: of two at once, the second gets the first one's id. The update changes nothing but hands the row back.
    /// <param name="db">The caller saves.</param>
    /// <param name="keys">In the order of their hashes: two batches at once then wait for each other instead of locking crosswise.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The One-ID by hash.</returns>
    public static async Task<Dictionary<string, Guid>> FindOrMakeAsync(CustomersDb db, IReadOnlyList<NewKey> keys, CancellationToken ct)
        => (await db.Sql().QueryAsync<Identified>(
            """
            insert into customers.identity_keys as k (tenant_id, id, type, value_hash, scope, customer_id, first_seen_at)
            select {tenant_id}, p.id, p.type, p.hash, 'tenant', p.id, p.at
            from unnest(@ids, @types, @hashes, @at) with ordinality as p (id, type, hash, at, n) order by p.n
            on conflict (tenant_id, type, value_hash, scope) do update set scope = k.scope
            returning value_hash as Hash, customer_id as CustomerId
            """,
            new { ids = keys.Select(k => k.NewId).ToArray(), types = keys.Select(k => k.Type).ToArray(), hashes = keys.Select(k => k.Hash).ToArray(), at = keys.Select(k => k.At).ToArray() },
            ct)).ToDictionary(k => k.Hash, k => k.CustomerId, StringComparer.Ordinal);

    internal sealed class Identified
    {
        public string Hash { get; init; } = "";
        public Guid CustomerId { get; init; }
    }
}
