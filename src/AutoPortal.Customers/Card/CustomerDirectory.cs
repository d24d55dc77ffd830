using AutoPortal.Customers.Contracts;
using AutoPortal.Customers.Data;
using AutoPortal.Customers.Identify;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Customers.Card;

internal sealed class CustomerDirectory(IDbContextFactory<CustomersDb> dbs, TimeProvider clock) : ICustomerDirectory
{
    public async Task<IReadOnlyList<CustomerFacts>> FindAsync(IReadOnlyCollection<Guid> customerIds, CancellationToken ct)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        return await db.VisibleCustomers().Where(c => customerIds.Contains(c.Id)).Select(c => new CustomerFacts(c.Id, c.NameMask, c.PhoneMask, c.Stage)).ToListAsync(ct);
    }

    public async Task LinkDealersAsync(IReadOnlyCollection<CustomerDealerLink> links, CancellationToken ct)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        await new DealerLinks(db, clock).AddAsync(links, ct);
        await db.SaveAsync(ct);
    }
}
