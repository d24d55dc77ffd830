using AutoPortal.Kernel;
using AutoPortal.Kernel.Outcomes;
using AutoPortal.Platform.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Platform.SignIn;

/// <summary>Opens a session for whoever knows the password. An unknown name takes the same way, the same time and the same words as a wrong password.</summary>
internal sealed class PasswordSignIn(SignInTries tries, IDbContextFactory<AccountsDb> dbs, IPasswordHasher<Account> hasher, ILookupNormalizer names, TimeProvider clock)
{
    private const int LongestName = 256;
    private const int LongestPassword = 200;
    private static readonly TimeSpan ForgottenAfter = TimeSpan.FromDays(30);
    private static readonly Account Nobody = new();
    private static readonly string NobodysHash = new PasswordHasher<Account>().HashPassword(Nobody, "nobody knows this");

    public async Task<Outcome<SignedIn>> RunAsync(string userName, string password, string address, string device, CancellationToken ct)
    {
        if (userName.Length is 0 or > LongestName || password.Length is 0 or > LongestPassword)
        {
            return PlatformRefusals.SignInFailed;
        }

        var name = names.NormalizeName(SignInName.Read(userName)?.Text ?? userName.Trim());
        var taken = await tries.TakeAsync(name, ct);
        if (!taken.IsAllowed)
        {
            return PlatformRefusals.SignInLocked(taken.LockedMinutes);
        }

        await using var db = await dbs.CreateDbContextAsync(ct);
        var account = await db.Users.AsNoTracking().SingleOrDefaultAsync(a => a.NormalizedUserName == name, ct);
        var verified = hasher.VerifyHashedPassword(account ?? Nobody, account?.PasswordHash ?? NobodysHash, password);
        if (account?.PasswordHash is null || verified == PasswordVerificationResult.Failed)
        {
            return taken.LockedMinutes > 0 ? PlatformRefusals.SignInLocked(taken.LockedMinutes) : PlatformRefusals.SignInFailed;
        }

        await tries.ForgetAsync(name, ct);
        var now = clock.GetUtcNow();
        var session = new SignInSession(Ids.New(clock), account.Id, now, address, device.Length > 200 ? device[..200] : device);
        db.Sessions.Add(session);
        // The audit keeps who signed in when; sessions are for what can still be ended.
        await db.Sessions.Where(s => s.AccountId == account.Id && s.LastSeenAt < now - ForgottenAfter).ExecuteDeleteAsync(ct);
        await db.SaveChangesAsync(ct);
        return new SignedIn(account.Id, account.DisplayName, session.Id, account.SecurityStamp!);
    }
}

/// <summary>A new session.</summary>
internal sealed record SignedIn(Guid AccountId, string Name, Guid SessionId, string Stamp);
