using AutoPortal.Customers.Behaviour.Collect;
using AutoPortal.Customers.Data;
using AutoPortal.Customers.Domain;
using AutoPortal.Kernel.Data;
using AutoPortal.Kernel.Outcomes;
using AutoPortal.Kernel.Scopes;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Customers.Behaviour.Quarantine;

/// <summary>Holds quarantined events of a name against what is declared now. Those that fit are taken in as of when they happened, the others stay.</summary>
internal sealed class ReplayQuarantine(IDbContextFactory<CustomersDb> dbs, CurrentUser user, EventCheck check, KnownSchemas known)
{
    private const int PerBatch = 500;

    /// <returns>How many were taken in.</returns>
    public async Task<Outcome<int>> RunAsync(string name, short version, CancellationToken ct)
    {
        if (!user.May(CustomersPermissions.ManageEvents))
        {
            return Refusal.NotAllowed;
        }

        var (taken, after) = (0, Guid.Empty);
        while (await BatchAsync(name, version, after, ct) is { } batch)
        {
            taken += batch.Taken;
            after = batch.Last;
        }

        return taken;
    }

    private async Task<(int Taken, Guid Last)?> BatchAsync(string name, short version, Guid after, CancellationToken ct)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        known.Forget(db.Scope.TenantId);
        // Two people who press at once take turns: the second finds what the first left.
        var ids = await db.Sql().QueryAsync<Guid>(
            """
            select q.id from customers.quarantined_events q where {tenant:q} and q.name = @name and q.schema_version = @version and q.id > @after
            order by q.id limit @PerBatch for update
            """, new { name, version, after, PerBatch }, ct);
        if (ids.Count == 0)
        {
            return null;
        }

        var rows = await db.QuarantinedEvents.AsNoTracking().Where(q => ids.Contains(q.Id)).ToListAsync(ct);
        var fit = new List<TakenEvent>();
        foreach (var row in rows)
        {
            fit.AddRange(await CheckAsync(row, ct));
        }

        await StoreEvents.WriteAsync(db, fit, [], ct);
        var done = fit.ConvertAll(f => f.Id);
        await db.QuarantinedEvents.Where(q => done.Contains(q.Id)).ExecuteDeleteAsync(ct);
        db.Audit("replayed", nameof(QuarantinedEvent), ids[0], null, new { name, version, Taken = fit.Count });
        await db.SaveAsync(ct);
        return (fit.Count, ids[^1]);
    }

    private async Task<IReadOnlyList<TakenEvent>> CheckAsync(QuarantinedEvent row, CancellationToken ct)
    {
        using var batch = PostedBatch.Parse(System.Text.Encoding.UTF8.GetBytes(row.Payload));
        // As of the moment it came: by today's clock it would be too old.
        return batch is null ? [] : (await check.RunAsync(batch.Events, new BrowserClock(row.ReceivedAt, null), ct)).Taken;
    }
}
