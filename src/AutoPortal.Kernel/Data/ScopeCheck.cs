using AutoPortal.Kernel.Scopes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace AutoPortal.Kernel.Data;

/// <summary>The last look before a row is written: no change leaves the scope it was made in.</summary>
internal static class ScopeCheck
{
    public static void Require(EntityEntry<TenantEntity> entry, CurrentScope scope)
    {
        if (entry.Entity.TenantId != scope.TenantId)
        {
            throw new InvalidOperationException($"{entry.Metadata.DisplayName()} {entry.Entity.Id} belongs to another tenant than the scope {scope.TenantId}.");
        }

        // A lead may leave the dealer by the change itself (recall), so what counts is where it stood before.
        if (entry.State != EntityState.Added && !scope.SeesAllDealers && entry.Entity is IDealerScoped
            && entry.Property(nameof(IDealerScoped.DealerId)).OriginalValue is Guid dealerId && !scope.DealerIds.Contains(dealerId))
        {
            throw new InvalidOperationException($"{entry.Metadata.DisplayName()} {entry.Entity.Id} belongs to a dealer outside the scope.");
        }
    }
}
