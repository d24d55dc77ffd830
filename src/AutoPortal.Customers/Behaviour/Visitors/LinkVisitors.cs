using AutoPortal.Customers.Data;
using AutoPortal.Kernel;
using AutoPortal.Kernel.Data;

namespace AutoPortal.Customers.Behaviour.Visitors;

/// <summary>Makes browsers known as customers' own, so that what was seen before the sign-up belongs to the person too.</summary>
internal sealed class LinkVisitors(TimeProvider clock)
{
    /// <summary>In a transaction of the caller's; a browser that is a customer's already stays so.</summary>
    public async Task RunAsync(CustomersDb db, IReadOnlyList<SignedUpVisitor> visitors, CancellationToken ct)
    {
        if (visitors.Count == 0)
        {
            return;
        }

        await db.Sql().ExecuteAsync(
            """
            insert into customers.visitor_links (tenant_id, id, visitor_id, customer_id, proof_id, at)
            select {tenant_id}, v.id, v.visitor_id, v.customer_id, v.proof_id, v.at
            from unnest(@ids, @visitors, @customers, @proofs, @at) as v(id, visitor_id, customer_id, proof_id, at)
            order by v.visitor_id, v.at
            on conflict (tenant_id, visitor_id) do nothing
            """,
            new
            {
                ids = visitors.Select(_ => Ids.New(clock)).ToArray(),
                visitors = visitors.Select(v => v.VisitorId).ToArray(),
                customers = visitors.Select(v => v.CustomerId).ToArray(),
                proofs = visitors.Select(v => v.SignUpId).ToArray(),
                at = visitors.Select(v => v.At).ToArray(),
            },
            ct);
    }
}

/// <summary>Who signed up with which browser, having agreed to be served.</summary>
internal sealed record SignedUpVisitor(Guid VisitorId, Guid CustomerId, Guid SignUpId, DateTimeOffset At);
