using System.Globalization;
using System.Text.Json;
using AutoPortal.Kernel.Data;
using AutoPortal.Kernel.Paging;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Kernel.Imports;

/// <summary>A row of a file as people read it later.</summary>
/// <param name="Number">Of the file.</param>
/// <param name="Outcome">What became of it, or would.</param>
/// <param name="Result">The kind's word.</param>
/// <param name="RootId">The record, where there is one.</param>
/// <param name="Issues">All of them.</param>
/// <param name="Differences">Cells that differ from the known record.</param>
/// <param name="UndoneAt">When its import was taken back.</param>
/// <param name="UndoLeft">Why an undo left it, or null.</param>
public sealed record ImportedRow(int Number, RowOutcome Outcome, string Result, Guid? RootId, IReadOnlyList<RowIssue> Issues, IReadOnlyList<CellDifference> Differences, DateTimeOffset? UndoneAt, string? UndoLeft);

internal sealed class ImportLedger<TDb>(IDbContextFactory<TDb> dbs, TimeProvider clock, ImportKind<TDb> kind) : IImportLedger where TDb : ModuleDb
{
    private const string ConflictInside = """[{"IsConflict": true}]""";

    public async Task<ImportTally> TallyAsync(Guid runId, bool isPreview, CancellationToken ct)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        var batches = await db.Set<ImportBatch>().AsNoTracking().Where(b => b.RunId == runId && b.IsPreview == isPreview).Select(b => b.Tally).ToListAsync(ct);
        var tally = batches.Select(b => JsonSerializer.Deserialize<ImportTally>(b)!).Aggregate(new ImportTally(), (sum, batch) => sum.Plus(batch));
        if (isPreview)
        {
            return tally;
        }

        var roots = db.Set<ImportRecord>().Where(r => r.RunId == runId && !r.IsPreview && r.RootId != null);
        return tally with
        {
            Undone = await roots.Where(r => r.UndoneAt != null).Select(r => r.RootId).Distinct().CountAsync(ct),
            UndoLeft = await roots.Where(r => r.UndoLeft != null).Select(r => r.RootId).Distinct().CountAsync(ct),
        };
    }

    public async Task<IReadOnlyDictionary<Guid, ImportTally>> TalliesAsync(IReadOnlyList<Guid> runIds, CancellationToken ct)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        var batches = await db.Set<ImportBatch>().AsNoTracking().Where(b => runIds.Contains(b.RunId) && !b.IsPreview).Select(b => new { b.RunId, b.Tally }).ToListAsync(ct);
        return batches.GroupBy(b => b.RunId).ToDictionary(g => g.Key, g => g.Select(b => JsonSerializer.Deserialize<ImportTally>(b.Tally)!).Aggregate(new ImportTally(), (sum, batch) => sum.Plus(batch)));
    }

    public async Task<Page<ImportedRow>> RowsAsync(Guid runId, bool isPreview, PageRequest page, CancellationToken ct)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        var rows = db.Set<ImportRecord>().AsNoTracking().Where(r => r.RunId == runId && r.IsPreview == isPreview);
        if (page.Filters.TryGetValue("outcome", out var outcome))
        {
            var asked = Enum.GetValues<RowOutcome>().Where(o => RowOutcomes.Word(o) == outcome).ToList();
            rows = rows.Where(r => asked.Contains(r.Outcome));
        }

        rows = page.Filters.ContainsKey("issues") ? rows.Where(r => r.Issues != null) : rows;
        rows = page.Filters.ContainsKey("conflicts") ? rows.Where(r => EF.Functions.JsonContains(r.Differences!, ConflictInside)) : rows;
        rows = page.Filters.ContainsKey("undo") ? rows.Where(r => r.UndoLeft != null) : rows;
        var total = await rows.LongCountAsync(ct);
        if (page.After is { } after)
        {
            rows = PlaceOf(after) is var (number, id) ? rows.Where(r => r.RowNumber > number || (r.RowNumber == number && r.Id.CompareTo(id) > 0)) : rows.Where(_ => false);
        }

        // A dealer and the region that its row founded share a row number: only with the id is a place unique.
        var found = await rows.OrderBy(r => r.RowNumber).ThenBy(r => r.Id).Take(page.Size + 1).ToListAsync(ct);
        var shown = found.Take(page.Size).ToList();
        return new Page<ImportedRow>(shown.ConvertAll(Read), found.Count > page.Size ? string.Create(CultureInfo.InvariantCulture, $"{shown[^1].RowNumber}.{shown[^1].Id}") : null, total);
    }

    public async Task<IReadOnlyList<ImportedRow>> RefusedAsync(Guid runId, bool isPreview, int afterRow, int count, CancellationToken ct)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        return (await db.Set<ImportRecord>().AsNoTracking()
            .Where(r => r.RunId == runId && r.IsPreview == isPreview && r.RowNumber > afterRow && r.Outcome == RowOutcome.Refused)
            .OrderBy(r => r.RowNumber).Take(count).ToListAsync(ct)).ConvertAll(Read);
    }

    public async Task ForgetPreviewAsync(Guid runId, CancellationToken ct)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        await db.Set<ImportRecord>().Where(r => r.RunId == runId && r.IsPreview).ExecuteDeleteAsync(ct);
        await db.Set<ImportBatch>().Where(b => b.RunId == runId && b.IsPreview).ExecuteDeleteAsync(ct);
        await db.SaveAsync(ct);
    }

    public async Task<UndoTally?> UndoNextAsync(Guid runId, int count, CancellationToken ct)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        // From the end of the file, what a row brought along after what it is about: whatever needs a record is gone before it.
        var records = await db.Set<ImportRecord>()
            .Where(r => r.RunId == runId && !r.IsPreview && r.RootId != null && r.UndoneAt == null && r.UndoLeft == null)
            .OrderByDescending(r => r.RowNumber).ThenBy(r => r.Result == RowVerdict.BroughtAlong).ThenByDescending(r => r.RootId)
            .Select(r => r.RootId!.Value).Take(count).ToListAsync(ct);
        var roots = records.Distinct().ToList();
        if (roots.Count == 0)
        {
            return null;
        }

        var tally = await new ImportUndo<TDb>(db, kind, runId, clock.GetUtcNow()).RunAsync(roots, ct);
        var saved = await db.SaveAsync(ct);
        if (!saved.IsOk)
        {
            throw new ImportInterruptedException($"Undo of run {runId}: {saved.Refusal.Code}.");
        }

        kind.Saved();
        return tally;
    }

    private static (int Number, Guid Id)? PlaceOf(string after)
        => after.Split('.') is [var row, var record] && int.TryParse(row, CultureInfo.InvariantCulture, out var number) && Guid.TryParse(record, out var id) ? (number, id) : null;

    private static ImportedRow Read(ImportRecord record) => new(
        record.RowNumber, record.Outcome, record.Result, record.RootId, Parse<RowIssue>(record.Issues), Parse<CellDifference>(record.Differences), record.UndoneAt, record.UndoLeft);

    private static IReadOnlyList<T> Parse<T>(string? json) => json is null ? [] : JsonSerializer.Deserialize<List<T>>(json)!;
}
