using AutoPortal.Kernel.Paging;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Kernel.Security;
using AutoPortal.Leads.Cleaning;
using AutoPortal.Leads.Data;
using AutoPortal.Leads.Domain;
using AutoPortal.Platform.Contracts;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Leads.Rules;

/// <summary>The rules as they held from a moment on.</summary>
internal sealed record RuleVersion(int Version, CleaningRules Rules, string? By, DateTimeOffset At, string Reason);

/// <summary>A word and what clerks said that it means.</summary>
internal sealed record AliasRow(Guid Id, string Field, string Word, WordCode Code, string? By, DateTimeOffset At);

/// <summary>A number that never becomes a lead.</summary>
internal sealed record BlockedRow(Guid Id, string PhoneMask, BlockReason Reason, string? By, DateTimeOffset At);

/// <summary>The tenant's rules, words and blocklist as people look at them.</summary>
internal sealed class RulesQueries(IDbContextFactory<LeadsDb> dbs, WordCodes codes, IPeopleDirectory people, PhoneVault vault, CurrentScope scope)
{
    private const int VersionsShown = 20;
    private const int ShortestTail = 2;

    /// <summary>What holds, first, and what held before; empty where nobody set anything yet.</summary>
    public async Task<IReadOnlyList<RuleVersion>> VersionsAsync(CancellationToken ct)
    {
        if (!scope.May(LeadsPermissions.Rules))
        {
            return [];
        }

        await using var db = await dbs.CreateDbContextAsync(ct);
        var sets = await db.CleaningRuleSets.AsNoTracking().OrderByDescending(r => r.Version).Take(VersionsShown).ToListAsync(ct);
        var names = await NamesAsync(sets.Select(s => s.By), ct);
        return [.. sets.Select(s => new RuleVersion(s.Version, s.Rules, NameOf(names, s.By), s.At, s.Reason))];
    }

    /// <summary>Newest first. Search: part of the word. Filter: <c>field</c>.</summary>
    public async Task<Page<AliasRow>> WordsAsync(PageRequest page, CancellationToken ct)
    {
        if (!scope.May(LeadsPermissions.Rules))
        {
            return Page<AliasRow>.Empty;
        }

        await using var db = await dbs.CreateDbContextAsync(ct);
        var words = db.CleaningAliases.AsNoTracking();
        words = page.Filters.TryGetValue("field", out var field) ? words.Where(a => a.Field == field) : words;
        words = page.Search is { } search && CleaningAliases.Key(search) is var key ? words.Where(a => a.Word.Contains(key)) : words;
        var total = await words.LongCountAsync(ct);
        words = page.After is { } after ? Guid.TryParse(after, out var id) ? words.Where(a => a.Id.CompareTo(id) < 0) : words.Where(_ => false) : words;
        var found = await words.OrderByDescending(a => a.Id).Take(page.Size + 1).ToListAsync(ct);
        var shown = found.Take(page.Size).ToList();
        var names = await NamesAsync(shown.Select(a => a.By), ct);
        var meanings = await MeaningsAsync(shown.Select(a => a.Field).Distinct(), ct);
        return new(
            [.. shown.Select(a => new AliasRow(a.Id, a.Field, a.Word, meanings.GetValueOrDefault((a.Field, a.Code), new(a.Code, a.Code)), NameOf(names, a.By), a.At))],
            found.Count > page.Size ? shown[^1].Id.ToString() : null,
            total);
    }

    /// <summary>Newest first. Search: a whole number, or its last digits. Filter: <c>reason</c>.</summary>
    public async Task<Page<BlockedRow>> BlocklistAsync(PageRequest page, CancellationToken ct)
    {
        if (!scope.May(LeadsPermissions.Rules))
        {
            return Page<BlockedRow>.Empty;
        }

        await using var db = await dbs.CreateDbContextAsync(ct);
        var blocked = page.Search is { } search ? Matching(db.BlockedContacts.AsNoTracking(), search) : db.BlockedContacts.AsNoTracking();
        if (page.Filters.TryGetValue("reason", out var word))
        {
            blocked = StoredWord<BlockReason>.Find(word) is { } reason ? blocked.Where(b => b.Reason == reason) : blocked.Where(_ => false);
        }

        var total = await blocked.LongCountAsync(ct);
        blocked = page.After is { } after ? Guid.TryParse(after, out var id) ? blocked.Where(b => b.Id.CompareTo(id) < 0) : blocked.Where(_ => false) : blocked;
        var found = await blocked.OrderByDescending(b => b.Id).Take(page.Size + 1).ToListAsync(ct);
        var shown = found.Take(page.Size).ToList();
        var names = await NamesAsync(shown.Select(b => b.By), ct);
        return new(
            [.. shown.Select(b => new BlockedRow(b.Id, b.PhoneMask, b.Reason, NameOf(names, b.By), b.At))],
            found.Count > page.Size ? shown[^1].Id.ToString() : null,
            total);
    }

    private IQueryable<BlockedContact> Matching(IQueryable<BlockedContact> blocked, string search)
    {
        if (PhoneNumber.TryNormalise(search, out var phone))
        {
            var hash = vault.Hash(scope.TenantId, phone);
            return blocked.Where(b => b.PhoneHash == hash);
        }

        var tail = search.Trim();
        return tail.Length is >= ShortestTail and <= 4 && tail.All(char.IsAsciiDigit) ? blocked.Where(b => b.PhoneMask.EndsWith(tail)) : blocked.Where(_ => false);
    }

    private async Task<Dictionary<(string, string), WordCode>> MeaningsAsync(IEnumerable<string> fields, CancellationToken ct)
    {
        var meanings = new Dictionary<(string, string), WordCode>();
        foreach (var field in fields)
        {
            foreach (var code in await codes.OfAsync(field, ct))
            {
                meanings[(field, code.Code)] = code;
            }
        }

        return meanings;
    }

    private Task<IReadOnlyDictionary<Guid, string>> NamesAsync(IEnumerable<Guid?> accounts, CancellationToken ct)
        => people.NamesAsync([.. accounts.OfType<Guid>().Distinct()], ct);

    private static string? NameOf(IReadOnlyDictionary<Guid, string> names, Guid? id) => id is { } known ? names.GetValueOrDefault(known) : null;
}
