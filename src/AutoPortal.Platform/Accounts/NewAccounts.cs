using System.Security.Cryptography;
using AutoPortal.Kernel;
using Microsoft.AspNetCore.Identity;

namespace AutoPortal.Platform.Accounts;

/// <summary>Makes accounts whose name is their e-mail address.</summary>
internal sealed class NewAccounts(IPasswordHasher<Account> hasher, ILookupNormalizer names, TimeProvider clock)
{
    // Without letters and digits that look alike: it is read from a console.
    private const string Letters = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789";

    /// <param name="email">Address and sign-in name.</param>
    /// <param name="name">The person's name.</param>
    /// <param name="password">Null for an account that cannot sign in by password.</param>
    /// <param name="isDemo">Whether the password is public.</param>
    public Account Make(string email, string name, string? password, bool isDemo)
    {
        var account = new Account
        {
            Id = Ids.New(clock),
            UserName = email,
            NormalizedUserName = names.NormalizeName(email),
            Email = email,
            NormalizedEmail = names.NormalizeEmail(email),
            DisplayName = name,
            IsDemo = isDemo,
            CreatedAt = clock.GetUtcNow(),
            SecurityStamp = Convert.ToHexString(RandomNumberGenerator.GetBytes(16)),
        };
        account.PasswordHash = password is null ? null : hasher.HashPassword(account, password);
        return account;
    }

    public static string OneTimePassword() => RandomNumberGenerator.GetString(Letters, 16);
}
