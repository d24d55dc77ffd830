using AutoPortal.Kernel.Data;

namespace AutoPortal.Leads.Data;

/// <summary>Holds contacts until the context is saved: two acts on one phone wait for each other.</summary>
internal static class ContactLocks
{
    // In sorted order, so that two batches never wait for each other; two messages with one phone then give one lead.
    public static Task TakeAsync(LeadsDb db, IEnumerable<string> hashes, CancellationToken ct)
        => db.Sql().QueryAsync<int>(
            "select 1 from unnest(@keys) as key, lateral pg_advisory_xact_lock(hashtextextended({tenant_id}::text || key, 0))",
            new { keys = hashes.Where(h => h.Length > 0).Distinct().Order(StringComparer.Ordinal).ToArray() }, ct);
}
