namespace AutoPortal.Customers.Behaviour;

/// <summary>How events become figures, in one place for those that come in and for those that are counted anew.</summary>
internal static class PageFigures
{
    /// <summary>Held shared by whoever adds events and alone by whoever counts them anew: an event that came in between would be counted twice or not at all.</summary>
    public const string LockKey = "hashtextextended('customers.traffic:' || cast({tenant_id} as text), 0)";

    /// <summary>Two common table expressions over <c>fresh (page_id, page_version, block, name, subject, amount, visitor_id, at)</c>, which add its events to the counters and visits.</summary>
    /// <remarks>Ids are made of what is counted: one key is both the row's and the conflict's. Rows are written in the order of their ids, for two nodes' sake.</remarks>
    public const string Count =
        """
        counted as (
            insert into customers.page_counters as c (tenant_id, id, page_id, page_version, block, name, subject, day, count, amount)
            select {tenant_id}, md5(concat_ws('|', f.page_id, f.page_version, f.block, f.name, f.day, f.subject))::uuid as id, f.page_id, f.page_version, f.block, f.name, f.subject, f.day, count(*), sum(f.amount)
            from (select *, (at at time zone 'UTC' + interval '8 hours')::date as day from fresh) f
            group by f.page_id, f.page_version, f.block, f.name, f.subject, f.day
            order by id
            on conflict (tenant_id, id) do update set count = c.count + excluded.count, amount = c.amount + excluded.amount
        ), visited as (
            insert into customers.page_visits as v (tenant_id, id, page_id, visitor_id, day, views, first_at, last_at)
            select {tenant_id}, md5(concat_ws('|', f.page_id, f.visitor_id, f.day))::uuid as id, f.page_id, f.visitor_id, f.day, count(*), min(f.at), max(f.at)
            from (select *, (at at time zone 'UTC' + interval '8 hours')::date as day from fresh where name = 'page_view' and visitor_id is not null) f
            group by f.page_id, f.visitor_id, f.day
            order by id
            on conflict (tenant_id, id) do update set views = v.views + excluded.views, first_at = least(v.first_at, excluded.first_at), last_at = greatest(v.last_at, excluded.last_at)
        )
        """;
}
