using AutoPortal.Customers.Data;
using AutoPortal.Customers.Domain;
using AutoPortal.Kernel.Paging;
using AutoPortal.Kernel.Scopes;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Customers.List;

/// <summary>A customer in the list, masked.</summary>
public sealed record CustomerRow(Guid Id, string NameMask, string PhoneMask, string Stage, string City, DateTimeOffset FirstSeenAt, DateTimeOffset LastSeenAt);

/// <summary>Customers as far as the scope reaches.</summary>
internal sealed class CustomerQueries(IDbContextFactory<CustomersDb> dbs, CurrentScope scope, NameTokens tokens)
{
    private const int TailLength = 4;

    /// <summary>Last seen first. Filter <c>stage</c>; search by the last four digits, or by a part of the name.</summary>
    public async Task<Page<CustomerRow>> ListAsync(PageRequest page, CancellationToken ct)
    {
        if (!scope.May(CustomersPermissions.Read))
        {
            return Page<CustomerRow>.Empty;
        }

        await using var db = await dbs.CreateDbContextAsync(ct);
        var customers = Narrow(db, db.VisibleCustomers(), page);
        long? total = page.IsTotalWanted ? await customers.LongCountAsync(ct) : null;
        if (MomentKey.Read(page.After) is { } after)
        {
            customers = customers.Where(c => c.LastSeenAt < after.At || (c.LastSeenAt == after.At && c.Id < after.Id));
        }

        var rows = await customers.OrderByDescending(c => c.LastSeenAt).ThenByDescending(c => c.Id).Take(page.Size + 1)
            .Select(c => new CustomerRow(c.Id, c.NameMask, c.PhoneMask, c.Stage, c.City, c.FirstSeenAt, c.LastSeenAt))
            .ToListAsync(ct);
        return rows.Count > page.Size
            ? new(rows[..page.Size], new MomentKey(rows[page.Size - 1].LastSeenAt, rows[page.Size - 1].Id).ToString(), total)
            : new(rows, null, total);
    }

    private IQueryable<Customer> Narrow(CustomersDb db, IQueryable<Customer> customers, PageRequest page)
    {
        if (page.Filters.TryGetValue("stage", out var stage))
        {
            customers = customers.Where(c => c.Stage == stage);
        }

        if (page.Search is not { } words)
        {
            return customers;
        }

        if (words.Length == TailLength && words.All(char.IsAsciiDigit))
        {
            return customers.Where(c => c.PhoneTail == words);
        }

        // From the tokens to the customers: the other way round would look at every customer.
        var sought = tokens.Sought(words);
        var found = db.NameTokens.Where(t => sought.Contains(t.Token)).GroupBy(t => t.CustomerId).Where(g => g.Count() == sought.Count).Select(g => g.Key);
        return sought.Count == 0 ? customers.Where(c => false) : customers.Where(c => found.Contains(c.Id));
    }
}
