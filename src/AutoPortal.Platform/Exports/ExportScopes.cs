using AutoPortal.Kernel.Scopes;
using AutoPortal.Platform.Domain;
using AutoPortal.Platform.Scopes;

namespace AutoPortal.Platform.Exports;

/// <summary>How far an orderer sees when their export is written: never further than when they ordered, never further than today.</summary>
internal sealed class ExportScopes(ScopeResolver resolver)
{
    /// <returns>Null where the person no longer works here.</returns>
    public async Task<ScopeFacts?> OfAsync(Guid tenantId, ExportJob job, CancellationToken ct)
        => await resolver.ForMembershipAsync(tenantId, job.ById, job.MembershipId, ct) is { } today ? Narrowed(today, job) with { Origin = "export" } : null;

    private static ScopeFacts Narrowed(ScopeFacts today, ExportJob job)
    {
        if (job.DealerIds is not { } ordered)
        {
            return today;
        }

        var seesAll = today.Reach is Reach.Tenant;
        return today with
        {
            Reach = (Reach)Math.Max((int)today.Reach, (int)job.Reach),
            DealerIds = seesAll ? ordered : [.. ordered.Intersect(today.DealerIds)],
        };
    }
}
