using AutoPortal.Customers.Contracts;
using AutoPortal.Customers.Data;
using AutoPortal.Kernel;
using AutoPortal.Kernel.Data;

namespace AutoPortal.Customers.Identify;

/// <summary>Which dealers may see which customers. Said again, a link stays; a known advisor is only replaced by another.</summary>
internal sealed class DealerLinks(CustomersDb db, TimeProvider clock)
{
    public async Task AddAsync(IReadOnlyCollection<CustomerDealerLink> links, CancellationToken ct)
    {
        // The last one that names an advisor counts: one statement must not meet a row twice.
        var rows = links.GroupBy(l => (l.CustomerId, l.DealerId)).Select(g => g.LastOrDefault(l => l.AdvisorId is not null) ?? g.Last()).OrderBy(l => l.CustomerId).ThenBy(l => l.DealerId).ToList();
        if (rows.Count == 0)
        {
            return;
        }

        await db.Sql().ExecuteAsync(
            """
            insert into customers.customer_dealers as d (tenant_id, id, customer_id, dealer_id, owner_id, reason, since)
            select {tenant_id}, l.id, l.customer_id, l.dealer_id, l.owner_id, l.reason, @now
            from unnest(@ids, @customers, @dealers, @owners, @reasons) as l (id, customer_id, dealer_id, owner_id, reason)
            on conflict (tenant_id, customer_id, dealer_id) do update set owner_id = coalesce(excluded.owner_id, d.owner_id)
            where excluded.owner_id is not null and d.owner_id is distinct from excluded.owner_id
            """,
            new
            {
                ids = rows.Select(_ => Ids.New(clock)).ToArray(),
                customers = rows.Select(l => l.CustomerId).ToArray(),
                dealers = rows.Select(l => l.DealerId).ToArray(),
                owners = rows.Select(l => l.AdvisorId).ToArray(),
                reasons = rows.Select(l => l.Reason).ToArray(),
                now = clock.GetUtcNow(),
            },
            ct);
    }
}
