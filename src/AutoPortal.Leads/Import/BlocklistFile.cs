using AutoPortal.Kernel.Data;
using AutoPortal.Kernel.Imports;
using AutoPortal.Kernel.Outcomes;
using AutoPortal.Kernel.Security;
using AutoPortal.Leads.Data;
using AutoPortal.Leads.Domain;
using AutoPortal.Leads.Intake;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Leads.Import;

/// <summary>黑名单文件: numbers that never become leads (domain language §4.4, rule 3).</summary>
internal sealed class BlocklistFile(IDbContextFactory<LeadsDb> dbs, PhoneVault vault, TimeProvider clock) : ImportKind<LeadsDb>(dbs, clock)
{
    private readonly TimeProvider _time = clock;

    public override string Code => "blocklist";

    public override string Permission => LeadsPermissions.Rules;

    public override string Icon => "shield";

    public override Type Texts => typeof(LeadTexts);

    public override IReadOnlyList<ImportField> Fields { get; } =
    [
        new("phone", ImportFormat.Phone, "手机", "电话", "号码", "联系电话", "手机号码") { IsRequired = true, IsPersonal = true },
        new("reason", ImportFormat.Text, "拉黑原因", "备注", "类型"),
    ];

    public override Task<IReadOnlyDictionary<string, IReadOnlyList<string>>> ChoicesAsync(CancellationToken ct)
        => Task.FromResult<IReadOnlyDictionary<string, IReadOnlyList<string>>>(new Dictionary<string, IReadOnlyList<string>> { ["reason"] = FileWords.BlockWords });

    public override string? AddressOf(Guid rootId) => null;

    protected override Task<Outcome<ImportRules<LeadsDb>>> RulesAsync(ImportOrder order, CancellationToken ct)
        => Task.FromResult<Outcome<ImportRules<LeadsDb>>>(new Rules(order, vault, _time));

    protected override Guid? RootOf(TenantEntity row) => row is BlockedContact blocked ? blocked.Id : null;

    private sealed class Rules(ImportOrder order, PhoneVault vault, TimeProvider clock) : ImportRules<LeadsDb>
    {
        private readonly Dictionary<string, BlockReason> _seen = [];

        public override async Task<IReadOnlyList<RowVerdict>> PreviewAsync(LeadsDb db, IReadOnlyList<ImportRow> rows, CancellationToken ct)
        {
            var read = Read(db, rows);
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
                    known[taken] = _seen[taken] = row.Reason;
                }

                return verdict;
            });
        }

        public override async Task<IReadOnlyList<RowVerdict>> ApplyAsync(LeadsDb db, IReadOnlyList<ImportRow> rows, CancellationToken ct)
        {
            var read = Read(db, rows);
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
                else if (verdict.Outcome is RowOutcome.Updated)
                {
                    there!.BlockFor(row.Reason, act);
                }

                return verdict with { RootId = verdict.Outcome is RowOutcome.Refused ? null : there?.Id };
            });
        }

        private RowVerdict Judge(ReadRow row, BlockReason? known) => (row, known, order.Mode) switch
        {
            ({ Hash: null }, _, _) => new(row.Row.Number, RowOutcome.Refused, "invalid:bad_phone") { Issues = [new("phone", "bad_phone")] },
            (_, { } same, _) when same == row.Reason => new(row.Row.Number, RowOutcome.Same, "same"),
            (_, not null, ImportMode.Create) => new(row.Row.Number, RowOutcome.Refused, "refused:known") { Issues = [new("phone", "is_known")] },
            (_, { } other, _) => new(row.Row.Number, RowOutcome.Updated, "updated") { Issues = row.Warnings, Differences = [new("reason", StoredWord<BlockReason>.Of(other), StoredWord<BlockReason>.Of(row.Reason))] },
            (_, null, ImportMode.Update) => new(row.Row.Number, RowOutcome.Refused, "refused:unknown") { Issues = [new("phone", "is_not_known")] },
            _ => new(row.Row.Number, RowOutcome.Created, "created") { Issues = row.Warnings },
        };

        private List<ReadRow> Read(LeadsDb db, IReadOnlyList<ImportRow> rows) => [.. rows.Select(row =>
        {
            var reason = FileWords.ReadBlock(row["reason"]);
            return new ReadRow(
                row,
                PhoneNumber.TryNormalise(row["phone"], out var phone) ? vault.Hash(db.Scope.TenantId, phone) : null,
                phone is null ? "" : PhoneVault.Mask(phone),
                reason ?? BlockReason.Other,
                reason is null ? [new RowIssue("reason", "unknown_word", IsWarning: true) { Details = [row["reason"]] }] : []);
        })];

        private static Task<Dictionary<string, BlockedContact>> KnownAsync(LeadsDb db, List<ReadRow> rows, CancellationToken ct)
        {
            var hashes = rows.Select(r => r.Hash).OfType<string>().Distinct().ToList();
            return db.BlockedContacts.Where(b => hashes.Contains(b.PhoneHash)).ToDictionaryAsync(b => b.PhoneHash, ct);
        }
    }

    private sealed record ReadRow(ImportRow Row, string? Hash, string Mask, BlockReason Reason, IReadOnlyList<RowIssue> Warnings);
}
