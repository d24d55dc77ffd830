using AutoPortal.Kernel.Outcomes;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Platform.Data;
using AutoPortal.Platform.Scopes;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Platform.People;

/// <summary>Locks a member out of this tenant, or lets them in again. Their account and other tenants are not touched.</summary>
internal sealed class LockMember(IDbContextFactory<PlatformDb> dbs, ScopeResolver scopes, CurrentUser user)
{
    public async Task<Outcome> RunAsync(Guid membershipId, bool isLocked, CancellationToken ct)
    {
        if (!user.May(PlatformPermissions.PeopleManage))
        {
            return Refusal.NotAllowed;
        }

        await using var db = await dbs.CreateDbContextAsync(ct);
        if (await db.Memberships.SingleOrDefaultAsync(m => m.Id == membershipId, ct) is not { } member)
        {
            return Refusal.NotFound;
        }

        if (!isLocked)
        {
            member.Unlock();
        }
        else if (member.Lock(user.Id) is { } refusal)
        {
            return refusal;
        }

        db.Announce(PlatformTopics.Access, "");
        var outcome = await db.SaveAsync(ct);
        scopes.Forget();
        return outcome;
    }
}
