using AutoPortal.Kernel.Imports;
using AutoPortal.Kernel.Security;
using AutoPortal.Leads.Data;
using AutoPortal.Leads.Domain;
using AutoPortal.Leads.Intake;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Leads.Import;

/// <summary>What the rows of one blocklist become. A number is found by itself, or by what its exported row carries.</summary>
internal sealed class BlocklistFileRules(ImportOrder order, PhoneVault vault, TimeProvider clock) : ImportRules<LeadsDb>
{
    private readonly Dictionary<string, BlockReason> _seen = [];

    public override async Task<IReadOnlyList<RowVerdict>> PreviewAsync(LeadsDb db, IReadOnlyList<ImportRow> rows, CancellationToken ct)
    {
        var read = await ReadAsync(db, rows, ct);
        var known = (await KnownAsync(db, read, ct)).ToDictionary(b => b.Key, b => b.Value.Reason);
        foreach (var (hash, reason) in _seen)
        {
            known[hash] = reason;
        }

        return read.ConvertAll(row =>
        {
            var verdict = Judge(row, row.Hash is { } hash && known.TryGetValue(hash, out var reason) ? reason : null);
            if (row.Hash is { } taken && verdict.Outcome is RowOutcome.Created or RowOutcome.Updated)
            {
                known[taken] = _seen[taken] = Become(row, known.TryGetValue(taken, out var now) ? now : null);
            }

            return verdict;
        });
    }

    public override async Task<IReadOnlyList<RowVerdict>> ApplyAsync(LeadsDb db, IReadOnlyList<ImportRow> rows, CancellationToken ct)
    {
        var read = await ReadAsync(db, rows, ct);
        var known = await KnownAsync(db, read, ct);
        var act = Act.OfTheHouse(clock.GetUtcNow());
        return read.ConvertAll(row =>
        {
            var there = row.Hash is { } hash ? known.GetValueOrDefault(hash) : null;
            var verdict = Judge(row, there?.Reason);
            if (verdict.Outcome is RowOutcome.Created)
            {
                there = known[row.Hash!] = new BlockedContact(row.Hash!, row.Mask, row.Reason, act);
                db.Add(there);
            }
            else if (verdict.Outcome is RowOutcome.Updated && Become(row, there!.Reason) is var reason && reason != there.Reason)
            {
                there.BlockFor(reason, act);
            }

            return verdict with { RootId = verdict.Outcome is RowOutcome.Refused ? null : there?.Id };
        });
    }

    private RowVerdict Judge(ReadRow row, BlockReason? known) => (row, known, order.Mode) switch
    {
        ({ Issue: { } issue }, _, _) => new(row.Row.Number, RowOutcome.Refused, issue.Code == "stamp_is_not_known" ? "refused:unknown" : "invalid:" + issue.Code) { Issues = [issue] },
        (_, { } there, _) when Difference(row, there) is null => new(row.Row.Number, RowOutcome.Same, "same"),
        (_, not null, ImportMode.Create) => new(row.Row.Number, RowOutcome.Refused, "refused:known") { Issues = [new("phone", "is_known")] },
        (_, { } other, _) => new(row.Row.Number, RowOutcome.Updated, "updated") { Issues = row.Warnings, Differences = [Difference(row, other)!] },
        (_, null, ImportMode.Update) => new(row.Row.Number, RowOutcome.Refused, "refused:unknown") { Issues = [new("phone", "is_not_known")] },
        _ => new(row.Row.Number, RowOutcome.Created, "created") { Issues = row.Warnings },
    };

    private CellDifference? Difference(ReadRow row, BlockReason known) => Decide(row, known).Difference;

    private BlockReason Become(ReadRow row, BlockReason? known)
        => known is { } there ? StoredWord<BlockReason>.Read(Decide(row, there).Value) : row.Reason;

    // Codes are compared, so that a reason is the same in whatever language it was exported.
    private (string Value, CellDifference? Difference) Decide(ReadRow row, BlockReason known)
        => ThreeWay.Decide("reason", StoredWord<BlockReason>.Of(known), row.Coded, order.TakeConflicts);

    private async Task<List<ReadRow>> ReadAsync(LeadsDb db, IReadOnlyList<ImportRow> rows, CancellationToken ct)
    {
        var stamped = rows.Select(r => r.Stamp?.RootId).OfType<Guid>().ToList();
        var exported = stamped.Count == 0 ? [] : await db.BlockedContacts.AsNoTracking().Where(b => stamped.Contains(b.Id)).ToDictionaryAsync(b => b.Id, b => b.PhoneHash, ct);
        return [.. rows.Select(row => Read(db, row, row.Stamp is { } stamp ? exported.GetValueOrDefault(stamp.RootId) : null))];
    }

    private ReadRow Read(LeadsDb db, ImportRow row, string? exported)
    {
        var hash = PhoneNumber.TryNormalise(row["phone"], out var phone) ? vault.Hash(db.Scope.TenantId, phone) : null;
        var isHidden = row["phone"].Length == 0 || ImportText.IsMasked(row["phone"]);
        var issue = (row.Stamp, exported) switch
        {
            (not null, null) when isHidden => new RowIssue("phone", "stamp_is_not_known"),
            (_, not null) when !isHidden && hash != exported => new RowIssue("phone", "never_by_file"),
            (_, null) when hash is null => new RowIssue("phone", "bad_phone"),
            _ => null,
        };
        var word = row["reason"];
        var reason = FileWords.ReadBlock(word);
        // A reason that was wiped out of an exported row is no other reason.
        var isSilent = word.Length == 0 && exported is not null;
        return new(
            row, issue is null ? exported ?? hash : null, phone is null ? "" : PhoneVault.Mask(phone), reason ?? BlockReason.Other,
            Coded(row, isSilent ? null : reason ?? BlockReason.Other), issue,
            reason is null && !isSilent ? [new RowIssue("reason", "unknown_word", IsWarning: true) { Details = [word] }] : []);
    }

    private static ImportRow Coded(ImportRow row, BlockReason? reason)
    {
        var exported = row.Stamp?.Values.GetValueOrDefault("reason") is { } word ? StoredWord<BlockReason>.Of(FileWords.ReadBlock(word) ?? BlockReason.Other) : null;
        var given = reason is { } written ? StoredWord<BlockReason>.Of(written) : exported;
        return row with
        {
            Values = given is null ? new Dictionary<string, string>() : new Dictionary<string, string> { ["reason"] = given },
            Stamp = row.Stamp is { } stamp ? stamp with { Values = exported is null ? new Dictionary<string, string>() : new Dictionary<string, string> { ["reason"] = exported } } : null,
        };
    }

    private static Task<Dictionary<string, BlockedContact>> KnownAsync(LeadsDb db, List<ReadRow> rows, CancellationToken ct)
    {
        var hashes = rows.Select(r => r.Hash).OfType<string>().Distinct().ToList();
        return db.BlockedContacts.Where(b => hashes.Contains(b.PhoneHash)).ToDictionaryAsync(b => b.PhoneHash, ct);
    }

    /// <param name="Coded">The row with the codes of its reasons.</param>
    private sealed record ReadRow(ImportRow Row, string? Hash, string Mask, BlockReason Reason, ImportRow Coded, RowIssue? Issue, IReadOnlyList<RowIssue> Warnings);
}
