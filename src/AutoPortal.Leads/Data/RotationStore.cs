using AutoPortal.Kernel.Data;
using AutoPortal.Leads.Domain;

namespace AutoPortal.Leads.Data;

/// <summary>Keeps whose turn it is between allocations. Whoever reads it holds the tenant's allocation until the transaction ends.</summary>
internal static class RotationStore
{
    /// <summary>Lets one allocation of the tenant run at a time: caps stay exact and turns are not lost, whichever node allocates.</summary>
    public static Task LockAsync(LeadsDb db, CancellationToken ct)
        => db.Sql().QueryAsync<int>("select 1 from pg_advisory_xact_lock(hashtextextended('leads.allocation:' || {tenant_id}::text, 0))", null, ct);

    public static async Task<IEnumerable<RotationTurn>> ReadAsync(LeadsDb db, IReadOnlyCollection<string> pools, CancellationToken ct)
        => (await db.Sql().QueryAsync<Turn>(
            "select pool as Pool, member_id as MemberId, stands as Stands from leads.rotation_turns t where {tenant:t} and pool = any(@pools)",
            new { pools = pools.ToArray() }, ct)).Select(t => new RotationTurn(t.Pool, t.MemberId, t.Stands));

    public static async Task WriteAsync(LeadsDb db, RotationBook book, CancellationToken ct)
    {
        var turns = book.Changed.ToList();
        if (turns.Count == 0)
        {
            return;
        }

        await db.Sql().ExecuteAsync(
            """
            insert into leads.rotation_turns (tenant_id, pool, member_id, stands)
            select {tenant_id}, pool, member, stands from unnest(@pools, @members, @stands) as t(pool, member, stands)
            on conflict (tenant_id, pool, member_id) do update set stands = excluded.stands
            """,
            new { pools = turns.Select(t => t.Pool).ToArray(), members = turns.Select(t => t.MemberId).ToArray(), stands = turns.Select(t => t.Stands).ToArray() },
            ct);
    }

    private sealed class Turn
    {
        public string Pool { get; init; } = "";
        public Guid MemberId { get; init; }
        public long Stands { get; init; }
    }
}
