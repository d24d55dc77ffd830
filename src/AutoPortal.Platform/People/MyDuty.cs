using AutoPortal.Kernel.Scopes;
using AutoPortal.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Platform.People;

/// <summary>Whether the person at work is on duty at the dealer of their scope.</summary>
internal sealed class MyDuty(IDbContextFactory<PlatformDb> dbs, CurrentScope scope)
{
    /// <summary>Null where the person has no duty.</summary>
    public async Task<bool?> IsOnDutyAsync(CancellationToken ct)
    {
        if (scope is not { Reach: Reach.Own, UserId: { } accountId } || !scope.May(PlatformPermissions.Duty))
        {
            return null;
        }

        await using var db = await dbs.CreateDbContextAsync(ct);
        return await db.Shifts.AnyAsync(s => s.AccountId == accountId && s.EndedAt == null, ct);
    }
}
