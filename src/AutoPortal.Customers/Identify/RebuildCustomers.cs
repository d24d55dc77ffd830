using AutoPortal.Activities.Contracts;
using AutoPortal.Customers.Data;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Customers.Identify;

/// <summary>Takes in sign-ups that were written as history and not told; those that are known already are left as they are.</summary>
internal sealed class RebuildCustomers(IDbContextFactory<CustomersDb> dbs, ISignUpHistory history, CustomerWriter writer)
{
    public async Task RunAsync(CancellationToken ct)
    {
        await foreach (var signUps in history.ReadAsync(ct))
        {
            await using var db = await dbs.CreateDbContextAsync(ct);
            var ids = signUps.Select(s => s.SignUpId).ToList();
            // Each sign-up carries a consent to be handled at all, so its proof tells that it was taken in.
            var known = await db.ConsentRecords.Where(c => ids.Contains(c.ProofId)).Select(c => c.ProofId).Distinct().ToListAsync(ct);
            var missing = signUps.ExceptBy(known, s => s.SignUpId).ToList();
            if (missing.Count > 0)
            {
                await writer.WriteAsync(db, missing, ct);
                await db.SaveAsync(ct);
            }
        }
    }
}
