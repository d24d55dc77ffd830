using AutoPortal.Kernel.Data;
using AutoPortal.Platform.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Platform.Imports.Staff;

/// <summary>Accounts of the people of a file: those that are known, and new ones that cannot sign in before a password is issued.</summary>
internal sealed class StaffAccounts(IDbContextFactory<AccountsDb> accounts, NewAccounts newAccounts, ILookupNormalizer names)
{
    /// <returns>Ids by sign-in name; names without an account are absent.</returns>
    public async Task<Dictionary<string, Guid>> FindAsync(IReadOnlyCollection<SignInName> wanted, CancellationToken ct)
    {
        await using var shared = await accounts.CreateDbContextAsync(ct);
        var normalised = wanted.DistinctBy(s => s.Text).ToDictionary(s => names.NormalizeName(s.Text), s => s.Text, StringComparer.Ordinal);
        return await shared.Users.AsNoTracking().Where(a => normalised.Keys.Contains(a.NormalizedUserName!)).ToDictionaryAsync(a => normalised[a.NormalizedUserName!], a => a.Id, ct);
    }

    /// <returns>What they sign in by, by account.</returns>
    public async Task<Dictionary<Guid, string>> NamesAsync(IReadOnlyCollection<Guid> ids, CancellationToken ct)
    {
        await using var shared = await accounts.CreateDbContextAsync(ct);
        return await shared.Users.AsNoTracking().Where(a => ids.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.UserName ?? "", ct);
    }

    /// <summary>Makes what is missing, and lets all of them choose this tenant when they sign in. What was made stays where the rows are then not saved: it is found by the next try, and can do nothing.</summary>
    public async Task<Dictionary<string, Guid>> MakeAsync(IReadOnlyCollection<(SignInName SignIn, string Name)> people, Guid tenantId, CancellationToken ct)
    {
        var known = await FindAsync([.. people.Select(p => p.SignIn)], ct);
        await using var shared = await accounts.CreateDbContextAsync(ct);
        foreach (var (signIn, name) in people.DistinctBy(p => p.SignIn.Text).Where(p => !known.ContainsKey(p.SignIn.Text)))
        {
            var account = newAccounts.Make(signIn, name, null, isDemo: false);
            shared.Users.Add(account);
            known[signIn.Text] = account.Id;
        }

        var ids = known.Values.ToList();
        var linked = await shared.AccountTenants.Where(l => l.TenantId == tenantId && ids.Contains(l.AccountId)).Select(l => l.AccountId).ToListAsync(ct);
        shared.AccountTenants.AddRange(ids.Except(linked).Select(id => new AccountTenant(id, tenantId)));
        try
        {
            await shared.SaveChangesAsync(ct);
        }
        catch (DbUpdateException fault) when (fault.IsUniqueViolation())
        {
            // Somebody else made one of them in between: theirs is found now.
            return await MakeAsync(people, tenantId, ct);
        }

        return known;
    }
}
