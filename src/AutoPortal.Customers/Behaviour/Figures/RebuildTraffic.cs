using AutoPortal.Customers.Data;
using AutoPortal.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Customers.Behaviour.Figures;

/// <summary>Counts all events of the tenant anew: after history was written into the table, and whenever somebody doubts the figures.</summary>
/// <remarks>Whatever is older than the events that are kept stays as it was counted then; of the oldest day that is kept, what retention took is no longer counted.</remarks>
internal sealed class RebuildTraffic(IDbContextFactory<CustomersDb> dbs)
{
    public async Task RunAsync(CancellationToken ct)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        // Collecting waits meanwhile: an event that came in between would be counted twice or not at all.
        await db.Sql().ExecuteAsync($"select pg_advisory_xact_lock({PageFigures.LockKey})", null, ct);
        await db.Sql().ExecuteAsync(
            """
            delete from customers.page_counters c where {tenant:c}
                and c.day >= (select (min(e.at) at time zone 'UTC' + interval '8 hours')::date from customers.page_events e where {tenant:e})
            """, null, ct);
        await db.Sql().ExecuteAsync(
            """
            delete from customers.page_visits v where {tenant:v}
                and v.day >= (select (min(e.at) at time zone 'UTC' + interval '8 hours')::date from customers.page_events e where {tenant:e})
            """, null, ct);
        await db.Sql().ExecuteAsync("with fresh as (select * from customers.page_events e where {tenant:e}), " + PageFigures.Count + " select 1", null, ct);
        await db.SaveAsync(ct);
    }
}
