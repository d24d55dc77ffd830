using System.Runtime.CompilerServices;
using AutoPortal.Activities.Contracts;
using AutoPortal.Customers.Contracts;
using AutoPortal.Customers.Data;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Customers.Identify;

internal sealed class SignedUpHistory(IDbContextFactory<CustomersDb> dbs, ISignUpHistory history) : ISignedUpHistory
{
    public async IAsyncEnumerable<IReadOnlyList<CustomerSignedUp>> ReadAsync([EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var signUps in history.ReadAsync(ct))
        {
            await using var db = await dbs.CreateDbContextAsync(ct);
            var hashes = signUps.Select(s => s.PhoneHash).ToList();
            var known = await db.IdentityKeys.Where(k => hashes.Contains(k.ValueHash)).ToDictionaryAsync(k => (k.Type, k.ValueHash), k => k.CustomerId, ct);
            yield return
            [
                .. signUps
                    .Where(s => known.ContainsKey((KeyType.Of(s), s.PhoneHash)))
                    .Select(s => SignedUp.Told(s, known[(KeyType.Of(s), s.PhoneHash)], db.Scope.TenantId)),
            ];
        }
    }
}
