using System.Text.Json;
using AutoPortal.Kernel.Data;
using AutoPortal.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Kernel.Imports;

/// <summary>A kind of file whose rows go into one module's tables. The module says what a row means; batches, ledger and undo are here.</summary>
/// <typeparam name="TDb">The module's context, whose model has the <see cref="ImportTables"/>.</typeparam>
public abstract class ImportKind<TDb>(IDbContextFactory<TDb> dbs, TimeProvider time) : IImportKind where TDb : ModuleDb
{
    private readonly TimeProvider _clock = time;

    /// <inheritdoc/>
    public abstract string Code { get; }

    /// <inheritdoc/>
    public abstract string Permission { get; }

    /// <inheritdoc/>
    public virtual string Icon => "upload";

    /// <inheritdoc/>
    public abstract Type Texts { get; }

    /// <inheritdoc/>
    public abstract IReadOnlyList<ImportField> Fields { get; }

    /// <inheritdoc/>
    public virtual string? FacetName => null;

    /// <inheritdoc/>
    public virtual IReadOnlyList<string> FacetOrder => [];

    /// <inheritdoc/>
    public virtual IReadOnlyList<ImportMode> Modes { get; } = [ImportMode.Upsert, ImportMode.Create, ImportMode.Update];

    /// <inheritdoc/>
    public virtual bool HasConsequences => false;

    /// <inheritdoc/>
    public IImportLedger Ledger => new ImportLedger<TDb>(dbs, _clock, this);

    /// <inheritdoc/>
    public abstract Task<IReadOnlyDictionary<string, IReadOnlyList<string>>> ChoicesAsync(CancellationToken ct);

    /// <inheritdoc/>
    public abstract string? AddressOf(Guid rootId);

    /// <inheritdoc/>
    public async Task<Outcome<IImportWork>> OpenAsync(ImportOrder order, CancellationToken ct)
    {
        var rules = await RulesAsync(order, ct);
        return rules.IsOk ? new Outcome<IImportWork>(new Work(this, order, rules.Value), null) : rules.Refusal;
    }

    /// <summary>Reads what all rows of a run need.</summary>
    protected abstract Task<Outcome<ImportRules<TDb>>> RulesAsync(ImportOrder order, CancellationToken ct);

    /// <summary>The record that a stored row belongs to; null for rows that an undo leaves alone.</summary>
    protected internal abstract Guid? RootOf(TenantEntity row);

    /// <summary>Records that others have come to need, which an undo leaves.</summary>
    protected internal virtual Task<IReadOnlySet<Guid>> NeededAsync(TDb db, IReadOnlyList<Guid> roots, CancellationToken ct)
        => Task.FromResult<IReadOnlySet<Guid>>(new HashSet<Guid>());

    /// <summary>Mends what hangs on records that an undo took back, and tells open screens; nothing is saved yet.</summary>
    protected internal virtual Task TakenBackAsync(TDb db, IReadOnlyList<Guid> roots, CancellationToken ct) => Task.CompletedTask;

    /// <summary>Something of this kind was saved: memories of it are forgotten.</summary>
    protected internal virtual void Saved()
    {
    }

    private sealed class Work(ImportKind<TDb> kind, ImportOrder order, ImportRules<TDb> rules) : IImportWork
    {
        public async Task PreviewAsync(IReadOnlyList<ImportRow> rows, CancellationToken ct)
        {
            await using var db = await kind.OpenAsync(ct);
            var known = await KnownAsync(db, rows, ct);
            IReadOnlyList<ImportRow> fresh = [.. rows.Where(r => !known.ContainsKey(r.Key))];
            var verdicts = await rules.PreviewAsync(db, fresh, ct);
            await WriteAsync(db, rows, isPreview: true, verdicts, known, verdicts.Where(v => v.Issues.Count > 0 || v.Differences.Count > 0).Select(v => Record(v, null)), ct);
        }

        public async Task ApplyAsync(IReadOnlyList<ImportRow> rows, CancellationToken ct)
        {
            await using var db = await kind.OpenAsync(ct);
            // One batch of a kind at a time: what another import of the same rows wrote is known here, and is not written twice.
            await db.Sql().QueryAsync<int>("select 1 from (select pg_advisory_xact_lock(hashtextextended({tenant_id}::text || @kind, 0))) as l", new { kind = "import:" + kind.Code }, ct);
            var known = await KnownAsync(db, rows, ct);
            IReadOnlyList<ImportRow> fresh = [.. rows.Where(r => !known.ContainsKey(r.Key))];
            db.Capture = new ImportCapture(order.RunId, kind.RootOf, kind._clock);
            var verdicts = await rules.ApplyAsync(db, fresh, ct);
            var keys = fresh.ToDictionary(r => r.Number, r => r.Key);
            try
            {
                await WriteAsync(db, rows, isPreview: false, verdicts, known, verdicts.SelectMany(v => Records(v, keys)), ct);
            }
            finally
            {
                // A commit whose answer was lost may have happened.
                kind.Saved();
            }
        }

        private async Task WriteAsync(TDb db, IReadOnlyList<ImportRow> rows, bool isPreview, IReadOnlyList<RowVerdict> verdicts, Dictionary<string, ImportRecord> known, IEnumerable<Func<bool, ImportRecord>> records, CancellationToken ct)
        {
            var tally = ImportTally.Of(verdicts, [.. rows.Select(r => known.GetValueOrDefault(r.Key)).OfType<ImportRecord>()], rows[^1].Number);
            await db.InsertManyAsync([new ImportBatch(Ids.New(kind._clock), order.RunId, isPreview, tally.LastRow, JsonSerializer.Serialize(tally), kind._clock.GetUtcNow())], ct);
            await db.InsertManyAsync([.. records.Select(make => make(isPreview))], ct);
            var saved = await db.SaveAsync(ct);
            if (!saved.IsOk)
            {
                throw new ImportInterruptedException($"Batch of run {order.RunId} up to row {tally.LastRow}: {saved.Refusal.Code}.");
            }
        }

        private IEnumerable<Func<bool, ImportRecord>> Records(RowVerdict verdict, Dictionary<int, string> keys)
            => verdict.AlsoCreated
                .Select(root => Record(new RowVerdict(verdict.RowNumber, RowOutcome.Created, RowVerdict.BroughtAlong) { RootId = root }, null))
                .Append(Record(verdict, verdict.RootId is null ? null : keys[verdict.RowNumber]));

        private Func<bool, ImportRecord> Record(RowVerdict verdict, string? key) => isPreview => new ImportRecord(
            Ids.New(kind._clock), order.RunId, kind.Code, isPreview, key, verdict, Json(verdict.Issues), Json(verdict.Differences));

        private async Task<Dictionary<string, ImportRecord>> KnownAsync(TDb db, IReadOnlyList<ImportRow> rows, CancellationToken ct)
        {
            var keys = rows.Select(r => r.Key).ToList();
            return await db.Set<ImportRecord>().AsNoTracking().Where(r => r.Kind == kind.Code && r.RowKey != null && keys.Contains(r.RowKey)).ToDictionaryAsync(r => r.RowKey!, ct);
        }

        private static string? Json<T>(IReadOnlyList<T> items) => items.Count == 0 ? null : JsonSerializer.Serialize(items);
    }

    private Task<TDb> OpenAsync(CancellationToken ct) => dbs.CreateDbContextAsync(ct);
}

/// <summary>What a kind does with the rows of one run; made once for the run.</summary>
public abstract class ImportRules<TDb> where TDb : ModuleDb
{
    /// <summary>What would become of the rows; writes nothing, and may remember earlier rows of the file.</summary>
    public abstract Task<IReadOnlyList<RowVerdict>> PreviewAsync(TDb db, IReadOnlyList<ImportRow> rows, CancellationToken ct);

    /// <summary>Adds and changes records in the context; the engine saves them with the ledger.</summary>
    public abstract Task<IReadOnlyList<RowVerdict>> ApplyAsync(TDb db, IReadOnlyList<ImportRow> rows, CancellationToken ct);
}

/// <summary>A batch could not be saved because somebody changed one of its records at that moment; it is tried again.</summary>
public sealed class ImportInterruptedException(string message) : Exception(message);
