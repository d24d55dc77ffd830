using AutoPortal.Kernel.Outcomes;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Platform.Data;
using AutoPortal.Platform.Directories;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Platform.Organisation;

/// <summary>Opens or closes a dealer for dispatched leads. Source: domain language §1 T4.</summary>
internal sealed class SwitchDealerLeads(IDbContextFactory<PlatformDb> dbs, OrganisationMemory memory, CurrentUser user)
{
    public async Task<Outcome> RunAsync(Guid dealerId, bool accepts, CancellationToken ct)
    {
        if (!user.May(PlatformPermissions.OrganisationManage))
        {
            return Refusal.NotAllowed;
        }

        await using var db = await dbs.CreateDbContextAsync(ct);
        if (await db.Dealers.SingleOrDefaultAsync(d => d.Id == dealerId, ct) is not { } dealer)
        {
            return Refusal.NotFound;
        }

        dealer.SwitchLeads(accepts);
        db.Announce(PlatformTopics.Organisation, "");
        var outcome = await db.SaveAsync(ct);
        memory.Forget(db.Scope.TenantId);
        return outcome;
    }
}
