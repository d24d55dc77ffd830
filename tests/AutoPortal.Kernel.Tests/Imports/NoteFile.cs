using AutoPortal.Kernel.Data;
using AutoPortal.Kernel.Imports;
using AutoPortal.Kernel.Outcomes;
using AutoPortal.Kernel.Tests.SampleShop;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Kernel.Tests.SampleShop;

/// <summary>A file of notes: the title finds the note, whose text is "title|body"; each import adds a line to a known note.</summary>
public sealed class NoteFile(IDbContextFactory<SampleDb> dbs, TimeProvider clock) : ImportKind<SampleDb>(dbs, clock)
{
    public override string Code => "notes";

    public override string Permission => "sample.import";

    public override Type Texts => typeof(NoteFile);

    public override IReadOnlyList<ImportField> Fields { get; } = [new("title", ImportFormat.Text, "标题") { IsRequired = true }, new("body", ImportFormat.Text, "正文")];

    public override Task<IReadOnlyDictionary<string, IReadOnlyList<string>>> ChoicesAsync(CancellationToken ct)
        => Task.FromResult<IReadOnlyDictionary<string, IReadOnlyList<string>>>(new Dictionary<string, IReadOnlyList<string>>());

    public override string? AddressOf(Guid rootId) => null;

    protected override Task<Outcome<ImportRules<SampleDb>>> RulesAsync(ImportOrder order, CancellationToken ct)
        => Task.FromResult<Outcome<ImportRules<SampleDb>>>(new Rules());

    protected internal override Guid? RootOf(TenantEntity row) => row switch
    {
        Note note => note.Id,
        NoteLine line => line.NoteId,
        _ => null,
    };

    private sealed class Rules : ImportRules<SampleDb>
    {
        public override Task<IReadOnlyList<RowVerdict>> PreviewAsync(SampleDb db, IReadOnlyList<ImportRow> rows, CancellationToken ct) => JudgeAsync(db, rows, false, ct);

        public override Task<IReadOnlyList<RowVerdict>> ApplyAsync(SampleDb db, IReadOnlyList<ImportRow> rows, CancellationToken ct) => JudgeAsync(db, rows, true, ct);

        private static async Task<IReadOnlyList<RowVerdict>> JudgeAsync(SampleDb db, IReadOnlyList<ImportRow> rows, bool applies, CancellationToken ct)
        {
            var notes = await db.Notes.ToListAsync(ct);
            var verdicts = new List<RowVerdict>();
            foreach (var row in rows)
            {
                if (row["title"].Length == 0)
                {
                    verdicts.Add(new(row.Number, RowOutcome.Refused, "invalid:missing_field") { Issues = [new("title", "missing")] });
                }
                else if (notes.Find(n => n.Text.StartsWith(row["title"] + "|", StringComparison.Ordinal)) is { } known)
                {
                    verdicts.Add(new(row.Number, RowOutcome.Updated, "updated") { RootId = known.Id, Differences = [new("body", known.Text.Split('|')[1], row["body"])] });
                    if (applies)
                    {
                        known.Rewrite($"{row["title"]}|{row["body"]}");
                        db.Add(new NoteLine(known.Id, row["body"]));
                    }
                }
                else
                {
                    var note = new Note($"{row["title"]}|{row["body"]}");
                    notes.Add(note);
                    verdicts.Add(new(row.Number, RowOutcome.Created, "created") { RootId = applies ? note.Id : null });
                    if (applies)
                    {
                        db.Add(note);
                        db.Add(new NoteLine(note.Id, row["body"]));
                    }
                }
            }

            return verdicts;
        }
    }
}
