using AutoPortal.Customers.Contracts;
using AutoPortal.Customers.Data;
using AutoPortal.Customers.Identify;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Customers.Card;

internal sealed class CustomerDirectory(IDbContextFactory<CustomersDb> dbs, Candidates candidates, TimeProvider clock) : ICustomerDirectory
{
    public async Task<IReadOnlyList<CustomerFacts>> FindAsync(IReadOnlyCollection<Guid> customerIds, CancellationToken ct)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        return await db.VisibleCustomers().Where(c => customerIds.Contains(c.Id)).Select(c => new CustomerFacts(c.Id, c.NameMask, c.PhoneMask, c.Stage)).ToListAsync(ct);
    }

    public async Task<IReadOnlyDictionary<string, Guid>> IntroduceAsync(IReadOnlyCollection<NamedContact> contacts, CancellationToken ct)
    {
        if (contacts.Count == 0)
        {
            return new Dictionary<string, Guid>();
        }

        await using var db = await dbs.CreateDbContextAsync(ct);
        var known = await candidates.IntroduceAsync(db, contacts, ct);
        db.Announce(CustomerTopics.Seen, "");
        await db.SaveAsync(ct);
        return known;
    }

    public async Task WithdrawAsync(IReadOnlyCollection<Guid> customerIds, CancellationToken ct)
    {
        if (customerIds.Count == 0)
        {
            return;
        }

        await using var db = await dbs.CreateDbContextAsync(ct);
        await Candidates.WithdrawAsync(db, customerIds, ct);
        db.Announce(CustomerTopics.Seen, "");
        await db.SaveAsync(ct);
    }

    public async Task LinkDealersAsync(IReadOnlyCollection<CustomerDealerLink> links, CancellationToken ct)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        await new DealerLinks(db, clock).AddAsync(links, ct);
        await db.SaveAsync(ct);
    }
}
