using System.Security.Cryptography;
using System.Text;
using AutoPortal.Platform.Accounts;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Platform.SignIn;

/// <summary>Counts tries by typed name, known or not. A try is taken before the password is looked at, so that guesses sent all at once count too.</summary>
internal sealed class SignInTries(IDbContextFactory<AccountsDb> dbs, TimeProvider clock)
{
    public const int Allowed = 5;
    public static readonly TimeSpan LockedFor = TimeSpan.FromMinutes(15);

    public async Task<TryTaken> TakeAsync(string normalisedName, CancellationToken ct)
    {
        var hash = Hash(normalisedName);
        var now = clock.GetUtcNow();
        var stale = now - LockedFor;
        var lockUntil = now + LockedFor;
        await using var db = await dbs.CreateDbContextAsync(ct);
        await db.Database.ExecuteSqlAsync($"delete from platform_shared.sign_in_tries where name_hash in (select name_hash from platform_shared.sign_in_tries where last_at < {stale} limit 20 for update skip locked)", ct);
        var taken = await db.Database.SqlQuery<Row>(
            $"""
            insert into platform_shared.sign_in_tries as t (name_hash, tries, last_at) values ({hash}, 1, {now})
            on conflict (name_hash) do update set
                tries = case when t.locked_until <= {now} or t.last_at < {stale} then 1 else least(t.tries + 1, 1000) end,
                locked_until = case
                    when t.locked_until <= {now} or t.last_at < {stale} then null
                    when t.tries + 1 = {Allowed} then {lockUntil}
                    else t.locked_until end,
                last_at = {now}
            returning t.tries as "Tries", t.locked_until as "LockedUntil"
            """).ToListAsync(ct);
        var minutes = taken[0].LockedUntil is { } until ? (int)Math.Ceiling((until - now).TotalMinutes) : 0;
        return new TryTaken(taken[0].Tries <= Allowed, minutes);
    }

    public async Task ForgetAsync(string normalisedName, CancellationToken ct)
    {
        var hash = Hash(normalisedName);
        await using var db = await dbs.CreateDbContextAsync(ct);
        await db.Tries.Where(t => t.NameHash == hash).ExecuteDeleteAsync(ct);
    }

    public static string Hash(string normalisedName) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(normalisedName)));

    private sealed record Row(int Tries, DateTimeOffset? LockedUntil);
}

/// <summary>A try at a password.</summary>
/// <param name="IsAllowed">Whether the password may be looked at.</param>
/// <param name="LockedMinutes">Minutes until the next try, when this one fails or was not allowed; zero while tries are left.</param>
internal sealed record TryTaken(bool IsAllowed, int LockedMinutes);
