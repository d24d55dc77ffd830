using AutoPortal.Customers.Data;
using AutoPortal.Kernel.Outcomes;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Kernel.Security;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Customers.Card;

/// <summary>Shows a whole phone number to somebody who says why; each look is in the audit (domain language §16, masking).</summary>
internal sealed class RevealPhone(IDbContextFactory<CustomersDb> dbs, CurrentScope scope, PhoneVault vault)
{
    private static readonly string[] Reasons = ["contact", "verify", "complaint"];

    public async Task<Outcome<string>> RunAsync(Guid customerId, string reason, CancellationToken ct)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        if (await db.VisibleCustomers().SingleOrDefaultAsync(c => c.Id == customerId, ct) is not { } customer)
        {
            return CustomerRefusals.NotFound;
        }

        // Whoever serves the person needs the number; everybody else needs the permission.
        if (!scope.May(CustomersPermissions.Reveal) && !await db.CustomerDealers.AnyAsync(l => l.CustomerId == customerId && l.OwnerId == scope.UserId && l.OwnerId != null, ct))
        {
            return Refusal.NotAllowed;
        }

        if (!Reasons.Contains(reason, StringComparer.Ordinal))
        {
            return CustomerRefusals.ReasonIsUnknown;
        }

        db.Audit("phone_revealed", "customer", customer.Id, null, new { reason });
        var outcome = await db.SaveAsync(ct);
        return outcome.IsOk ? vault.Open(customer.TenantId, customer.PhoneSealed) : outcome.Refusal;
    }
}
