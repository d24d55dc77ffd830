using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using AutoPortal.Channels.Contracts;
using AutoPortal.Channels.Data;
using AutoPortal.Kernel;
using AutoPortal.Kernel.Data;
using AutoPortal.Kernel.Outcomes;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Kernel.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace AutoPortal.Channels.Codes;

internal sealed class PhoneCodes(
    IDbContextFactory<ChannelsDb> dbs,
    CurrentScope scope,
    PhoneVault vault,
    IMessageSender sender,
    CodeSettings settings,
    TimeProvider clock) : IPhoneCodes
{
    private ChannelsOptions Options => settings.Options.Value;

    public async Task<Outcome<PhoneCodeSent>> SendAsync(string phone, string purpose, string clientKey, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var id = Ids.New(clock);
        var code = RandomNumberGenerator.GetInt32(1_000_000).ToString("D6", CultureInfo.InvariantCulture);
        var phoneHash = vault.Hash(scope.TenantId, phone);

        await using (var db = await dbs.CreateDbContextAsync(ct))
        {
            // Whatever is refused below leaves without a save: what was counted or replaced is rolled back.
            if (await ReplaceAsync(db, id, phoneHash, purpose, CodeHash(phone, purpose, code), now, ct) is { } tooSoon)
            {
                return tooSoon;
            }

            var limits = CodeLimit.Of(Options, phoneHash, vault.Hash(scope.TenantId, clientKey));
            if (await CountAsync(db, limits, now, ct) is { } tooMany)
            {
                return tooMany;
            }

            await db.SaveAsync(ct);
        }

        // After the commit: no row is locked while a provider takes its time, and a code that did not go out can be asked for again after the wait.
        var text = settings.Text["code.message", code, (int)Options.CodeLife.TotalMinutes];
        var sent = await sender.SendAsync(new(MessageChannels.Sms, phone, "", text), $"code:{id:N}", ct);
        return sent.IsOk ? new PhoneCodeSent(Options.ResendAfter, Options.CodeLife) : sent.Refusal;
    }

    public async Task<Outcome> VerifyAsync(string phone, string purpose, string code, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var shown = CodeHash(phone, purpose, HalfWidthDigits(code));

        // One statement takes the guess: fifty guesses at once count as fifty. The HMACs that it compares cannot be steered from outside.
        await using var db = await dbs.CreateDbContextAsync(ct);
        var live = await db.Sql().FirstOrDefaultAsync<LiveCode>(
            """
            update channels.phone_codes c
            set wrong_guesses = wrong_guesses + case when code_hash = @shown then 0 else 1 end,
                verified_at = case when code_hash = @shown then coalesce(verified_at, @now) else verified_at end
            where {tenant:c} and phone_hash = @phone and purpose = @purpose and expires_at > @now and wrong_guesses < @most
            returning code_hash as CodeHash, wrong_guesses as WrongGuesses
            """,
            new { shown, now, phone = vault.Hash(scope.TenantId, phone), purpose, most = Options.GuessesPerCode },
            ct);
        await db.SaveAsync(ct);
        return live switch
        {
            null => new Refusal(PhoneCodeRefusals.Expired),
            _ when CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(live.CodeHash), Encoding.ASCII.GetBytes(shown)) => Outcome.Ok,
            _ when live.WrongGuesses >= Options.GuessesPerCode => new Refusal(PhoneCodeRefusals.Expired),
            _ => new Refusal(PhoneCodeRefusals.Wrong, Options.GuessesPerCode - live.WrongGuesses),
        };
    }

    private async Task<Refusal?> ReplaceAsync(ChannelsDb db, Guid id, string phoneHash, string purpose, string codeHash, DateTimeOffset now, CancellationToken ct)
    {
        var replaced = await db.Sql().ExecuteAsync(
            """
            insert into channels.phone_codes as c (tenant_id, id, phone_hash, purpose, code_hash, sent_at, expires_at, wrong_guesses)
            values ({tenant_id}, @id, @phoneHash, @purpose, @codeHash, @now, @expires, 0)
            on conflict (tenant_id, phone_hash, purpose) do update
            set code_hash = excluded.code_hash, sent_at = excluded.sent_at, expires_at = excluded.expires_at, wrong_guesses = 0, verified_at = null
            where c.sent_at <= @before
            """,
            new { id, phoneHash, purpose, codeHash, now, expires = now + Options.CodeLife, before = now - Options.ResendAfter },
            ct);
        if (replaced > 0)
        {
            return null;
        }

        var sentAt = await db.PhoneCodes.Where(c => c.PhoneHash == phoneHash && c.Purpose == purpose).Select(c => c.SentAt).FirstOrDefaultAsync(ct);
        return new Refusal(PhoneCodeRefusals.TooSoon, Math.Max(1, (int)Math.Ceiling((sentAt + Options.ResendAfter - now).TotalSeconds)));
    }

    private async Task<Refusal?> CountAsync(ChannelsDb db, IReadOnlyList<CodeLimit> limits, DateTimeOffset now, CancellationToken ct)
    {
        var counts = (await db.Sql().QueryAsync<Counted>(
            """
            insert into channels.code_counters as c (tenant_id, id, subject, starts_at, count)
            select {tenant_id}, w.id, w.subject, w.starts_at, 1
            from unnest(@ids, @subjects, @starts) with ordinality as w (id, subject, starts_at, n) order by w.n
            on conflict (tenant_id, subject, starts_at) do update set count = c.count + 1
            returning subject, count
            """,
            new
            {
                ids = limits.Select(_ => Ids.New(clock)).ToArray(),
                subjects = limits.Select(l => l.Subject).ToArray(),
                starts = limits.Select(l => l.StartOf(now).UtcDateTime).ToArray(),
            },
            ct)).ToDictionary(c => c.Subject, c => c.Count, StringComparer.Ordinal);

        if (counts["tenant.day"] == 1)
        {
            await ForgetOldAsync(db, now, ct);
        }

        return limits.FirstOrDefault(l => counts[l.Subject] > l.Most)?.Refuse(now);
    }

    // The first send of a tenant's day sweeps up after the days before: no job is needed for it.
    private static Task<int> ForgetOldAsync(ChannelsDb db, DateTimeOffset now, CancellationToken ct)
        => db.Sql().ExecuteAsync(
            """
            with counters as (delete from channels.code_counters c where {tenant:c} and c.starts_at < @before)
            delete from channels.phone_codes p where {tenant:p} and p.expires_at < @before
            """,
            new { before = now.AddDays(-2) },
            ct);

    // Phone and purpose are part of what is hashed: a code shown for another purpose is simply another number.
    private string CodeHash(string phone, string purpose, string code) => vault.Hash(scope.TenantId, $"code:{phone}:{purpose}:{code}");

    private static string HalfWidthDigits(string code)
        => string.Concat(code.Trim().Take(12).Where(c => !char.IsWhiteSpace(c)).Select(c => c is >= '\uFF10' and <= '\uFF19' ? (char)(c - '\uFF10' + '0') : c));

    internal sealed class LiveCode
    {
        public string CodeHash { get; init; } = "";
        public int WrongGuesses { get; init; }
    }

    internal sealed class Counted
    {
        public string Subject { get; init; } = "";
        public int Count { get; init; }
    }
}

/// <summary>What the codes are sent with.</summary>
internal sealed record CodeSettings(IOptions<ChannelsOptions> Options, IStringLocalizer<ChannelsTexts> Text);
