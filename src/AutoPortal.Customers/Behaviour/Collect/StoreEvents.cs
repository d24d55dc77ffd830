using AutoPortal.Customers.Data;
using AutoPortal.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Customers.Behaviour.Collect;

/// <summary>Stores events of one tenant together with what they are counted as: all in one transaction, and an event that was told before changes nothing.</summary>
internal sealed class StoreEvents(IDbContextFactory<CustomersDb> dbs)
{
    // Rows are written in the order of their ids, so that two nodes with the same ones wait for each other instead of locking each other out.
    private const string Insert =
        $$"""
        with told as (
            select * from unnest(@ids, @pages, @versions, @blocks, @names, @schemas, @subjects, @amounts, @visitors, @sessions, @at, @received, @properties)
                as t(id, page_id, page_version, block, name, schema_version, subject, amount, visitor_id, session_id, at, received_at, properties)
        ), fresh as (
            insert into customers.page_events (tenant_id, id, page_id, page_version, block, name, schema_version, subject, amount, visitor_id, session_id, at, received_at, properties)
            select {tenant_id}, t.id, t.page_id, t.page_version, t.block, t.name, t.schema_version, t.subject, t.amount, t.visitor_id, t.session_id, t.at, t.received_at, t.properties::jsonb
            from told t where exists (select from pg_advisory_xact_lock_shared({{PageFigures.LockKey}})) order by t.id
            on conflict (tenant_id, id) do nothing
            returning page_id, page_version, block, name, subject, amount, visitor_id, at
        ),
        {{PageFigures.Count}}
        select count(*) from fresh
        """;

    private const string Quarantine =
        """
        insert into customers.quarantined_events (tenant_id, id, reason, detail, name, schema_version, payload, received_at)
        select {tenant_id}, q.id, q.reason, q.detail, q.name, q.schema_version, q.payload, q.received_at
        from unnest(@ids, @reasons, @details, @names, @schemas, @payloads, @received) as q(id, reason, detail, name, schema_version, payload, received_at)
        order by q.id
        on conflict (tenant_id, id) do nothing
        """;

    /// <summary>Stores and commits.</summary>
    /// <returns>How many had not been told before.</returns>
    public async Task<long> RunAsync(IReadOnlyList<TakenEvent> taken, IReadOnlyList<RefusedEvent> refused, CancellationToken ct)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        var fresh = await WriteAsync(db, taken, refused, ct);
        await db.SaveAsync(ct);
        return fresh;
    }

    /// <summary>Stores in a transaction of the caller's.</summary>
    public static async Task<long> WriteAsync(CustomersDb db, IReadOnlyList<TakenEvent> taken, IReadOnlyList<RefusedEvent> refused, CancellationToken ct)
    {
        if (refused.Count > 0)
        {
            await db.Sql().ExecuteAsync(Quarantine, Parameters(refused), ct);
        }

        if (taken.Count == 0)
        {
            return 0;
        }

        db.Announce(CustomerTopics.Traffic, "");
        return await db.Sql().FirstOrDefaultAsync<long>(Insert, Parameters(taken), ct);
    }

    private static object Parameters(IReadOnlyList<TakenEvent> events) => new
    {
        ids = Each(events, e => e.Id),
        pages = Each(events, e => e.PageId),
        versions = Each(events, e => e.PageVersion),
        blocks = Each(events, e => e.Block),
        names = Each(events, e => e.Name),
        schemas = Each(events, e => e.SchemaVersion),
        subjects = Each(events, e => e.Subject),
        amounts = Each(events, e => e.Amount),
        visitors = Each(events, e => e.VisitorId),
        sessions = Each(events, e => e.SessionId),
        at = Each(events, e => e.At),
        received = Each(events, e => e.ReceivedAt),
        properties = Each(events, e => e.Properties),
    };

    private static object Parameters(IReadOnlyList<RefusedEvent> events) => new
    {
        ids = Each(events, e => e.Id),
        reasons = Each(events, e => e.Reason),
        details = Each(events, e => e.Detail),
        names = Each(events, e => e.Name),
        schemas = Each(events, e => e.SchemaVersion),
        payloads = Each(events, e => e.Payload),
        received = Each(events, e => e.ReceivedAt),
    };

    private static TValue[] Each<TRow, TValue>(IReadOnlyList<TRow> rows, Func<TRow, TValue> value)
    {
        var values = new TValue[rows.Count];
        for (var place = 0; place < values.Length; place++)
        {
            values[place] = value(rows[place]);
        }

        return values;
    }
}
