using AutoPortal.Customers.Data;
using AutoPortal.Customers.Domain;
using AutoPortal.Kernel.Outcomes;
using AutoPortal.Kernel.Scopes;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Customers.Behaviour.Quarantine;

/// <summary>Throws away quarantined events that nobody will declare; the audit keeps how many and by whom.</summary>
internal sealed class DiscardQuarantine(IDbContextFactory<CustomersDb> dbs, CurrentScope scope, CurrentUser user)
{
    public async Task<Outcome<int>> RunAsync(QuarantineGroup group, CancellationToken ct)
    {
        if (!user.May(CustomersPermissions.ManageEvents))
        {
            return Refusal.NotAllowed;
        }

        await using var db = await dbs.CreateDbContextAsync(ct);
        var count = await db.QuarantinedEvents
            .Where(q => q.Name == group.Name && q.SchemaVersion == group.SchemaVersion && q.Reason == group.Reason && q.Detail == group.Detail && q.ReceivedAt <= group.LastAt)
            .ExecuteDeleteAsync(ct);
        db.Audit("discarded", nameof(QuarantinedEvent), scope.TenantId, null, new { group.Name, group.SchemaVersion, group.Reason, group.Detail, Count = count });
        await db.SaveAsync(ct);
        return count;
    }
}
