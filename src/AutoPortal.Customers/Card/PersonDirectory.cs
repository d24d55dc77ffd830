using AutoPortal.Activities.Contracts;
using AutoPortal.Customers.Data;
using AutoPortal.Customers.Domain;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Customers.Card;

/// <summary>Tells activities whether they are for a person; it is asked on behalf of that person, so no dealer's reach stands in between.</summary>
internal sealed class PersonDirectory(IDbContextFactory<CustomersDb> dbs) : IPersonDirectory
{
    public async Task<PersonFacts?> FindByPhoneAsync(string phoneHash, CancellationToken ct)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        return await db.IdentityKeys.Where(k => k.Type == IdentityKeyTypes.PhoneVerified && k.ValueHash == phoneHash)
            .Join(db.Customers, k => k.CustomerId, c => c.Id, (k, c) => new PersonFacts(c.Id, LifecycleStages.OfOwners.Contains(c.Stage), c.City == "" ? null : c.City))
            .FirstOrDefaultAsync(ct);
    }
}
