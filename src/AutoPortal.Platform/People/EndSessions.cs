using AutoPortal.Kernel.Outcomes;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Platform.Accounts;
using AutoPortal.Platform.Data;
using AutoPortal.Platform.Scopes;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Platform.People;

/// <summary>Signs a member out wherever they work for this tenant.</summary>
internal sealed class EndSessions(IDbContextFactory<PlatformDb> dbs, IDbContextFactory<AccountsDb> accounts, ScopeResolver scopes, CurrentUser user, TimeProvider clock)
{
    /// <param name="membershipId">The member.</param>
    /// <param name="sessionId">One session; null for all of them.</param>
    /// <param name="ct">Cancels before the change.</param>
    public async Task<Outcome> RunAsync(Guid membershipId, Guid? sessionId, CancellationToken ct)
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

        var now = clock.GetUtcNow();
        var tenantId = db.Scope.TenantId;
        await using (var shared = await accounts.CreateDbContextAsync(ct))
        {
            await shared.Sessions
                .Where(s => s.AccountId == member.AccountId && s.TenantId == tenantId && s.RevokedAt == null && (sessionId == null || s.Id == sessionId))
                .ExecuteUpdateAsync(set => set.SetProperty(s => s.RevokedAt, now), ct);
        }

        db.Audit("sessions_ended", "membership", membershipId, null, new { session = sessionId });
        db.Announce(PlatformTopics.Access, "");
        var outcome = await db.SaveAsync(ct);
        scopes.Forget();
        return outcome;
    }
}
