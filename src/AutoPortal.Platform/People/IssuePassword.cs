using AutoPortal.Kernel.Outcomes;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Platform.Accounts;
using AutoPortal.Platform.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Platform.People;

/// <summary>Gives the account of a member who came with a file its first password, to be shown once. Whoever has a password keeps it, and an account that other tenants know is not this one's to open.</summary>
internal sealed class IssuePassword(IDbContextFactory<PlatformDb> dbs, IDbContextFactory<AccountsDb> accounts, IPasswordHasher<Account> hasher, CurrentUser user)
{
    public async Task<bool> IsNeededAsync(Guid membershipId, CancellationToken ct)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        if (!user.May(PlatformPermissions.PeopleManage) || await db.Memberships.AsNoTracking().SingleOrDefaultAsync(m => m.Id == membershipId, ct) is not { } member)
        {
            return false;
        }

        await using var shared = await accounts.CreateDbContextAsync(ct);
        return await shared.Users.AnyAsync(a => a.Id == member.AccountId && a.PasswordHash == null, ct);
    }

    /// <returns>The password; nobody can read it again.</returns>
    public async Task<Outcome<string>> RunAsync(Guid membershipId, CancellationToken ct)
    {
        if (!user.May(PlatformPermissions.PeopleManage))
        {
            return Refusal.NotAllowed;
        }

        await using var db = await dbs.CreateDbContextAsync(ct);
        if (await db.Memberships.AsNoTracking().SingleOrDefaultAsync(m => m.Id == membershipId, ct) is not { } member)
        {
            return Refusal.NotFound;
        }

        var password = NewAccounts.OneTimePassword();
        await using var shared = await accounts.CreateDbContextAsync(ct);
        var hash = hasher.HashPassword(await shared.Users.AsNoTracking().SingleAsync(a => a.Id == member.AccountId, ct), password);
        var tenantId = db.Scope.TenantId;
        db.Audit("password_issued", "membership", membershipId, null, null);
        if (await shared.Users.Where(a => a.Id == member.AccountId && a.PasswordHash == null && !shared.AccountTenants.Any(l => l.AccountId == a.Id && l.TenantId != tenantId))
                .ExecuteUpdateAsync(set => set.SetProperty(a => a.PasswordHash, hash), ct) == 0)
        {
            return PlatformRefusals.HasAPassword;
        }

        var saved = await db.SaveAsync(ct);
        return saved.IsOk ? password : saved.Refusal;
    }
}
