using System.Security.Cryptography;
using AutoPortal.Kernel;
using Microsoft.AspNetCore.Identity;

namespace AutoPortal.Platform.Accounts;

/// <summary>Makes accounts; their name is what they sign in by.</summary>
internal sealed class NewAccounts(IPasswordHasher<Account> hasher, ILookupNormalizer names, TimeProvider clock)
{
    // Without letters and digits that look alike: it is read from a console.
    private const string Letters = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789";

    /// <param name="email">Address and sign-in name.</param>
    /// <param name="name">The person's name.</param>
    /// <param name="password">Null for an account that cannot sign in by password.</param>
    /// <param name="isDemo">Whether the password is public.</param>
    public Account Make(string email, string name, string? password, bool isDemo) => Make(new SignInName(email, false), name, password, isDemo);

    /// <inheritdoc cref="Make(string, string, string?, bool)"/>
    public Account Make(SignInName signIn, string name, string? password, bool isDemo)
    {
        var account = new Account
        {
            Id = Ids.New(clock),
            UserName = signIn.Text,
            NormalizedUserName = names.NormalizeName(signIn.Text),
            Email = signIn.IsPhone ? null : signIn.Text,
            NormalizedEmail = signIn.IsPhone ? null : names.NormalizeEmail(signIn.Text),
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
