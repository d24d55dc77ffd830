using AutoPortal.Kernel.Imports;
using AutoPortal.Kernel.Paging;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Platform.Data;
using AutoPortal.Platform.Domain;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Platform.Imports;

/// <summary>Imports as people look at them.</summary>
internal sealed class ImportQueries(IDbContextFactory<PlatformDb> dbs, ImportKinds kinds, CurrentUser user)
{
    /// <summary>Newest first. Filters: <c>kind</c>, <c>state</c>.</summary>
    public async Task<Page<ImportRun>> ListAsync(PageRequest page, CancellationToken ct)
    {
        var mine = kinds.Mine.Select(k => k.Code).ToList();
        await using var db = await dbs.CreateDbContextAsync(ct);
        var runs = db.ImportRuns.AsNoTracking().Where(r => mine.Contains(r.Kind));
        if (page.Filters.TryGetValue("kind", out var kind))
        {
            runs = runs.Where(r => r.Kind == kind);
        }

        if (page.Filters.TryGetValue("state", out var state))
        {
            var asked = Enum.TryParse<ImportState>(state, ignoreCase: true, out var known) ? known : (ImportState?)null;
            runs = runs.Where(r => r.State == asked);
        }

        if (page.Search is { } words)
        {
            runs = runs.Where(r => r.FileName.Contains(words) || r.ByName.Contains(words));
        }

        var total = await runs.LongCountAsync(ct);
        if (page.After is { } after)
        {
            runs = Guid.TryParse(after, out var id) ? runs.Where(r => r.Id.CompareTo(id) < 0) : runs.Where(_ => false);
        }

        var found = await runs.OrderByDescending(r => r.Id).Take(page.Size + 1).ToListAsync(ct);
        return found.Count > page.Size ? new Page<ImportRun>(found[..page.Size], found[page.Size - 1].Id.ToString(), total) : new Page<ImportRun>(found, null, total);
    }

    /// <summary>One run; null where it is not within reach.</summary>
    public async Task<ImportRun?> FindAsync(Guid runId, CancellationToken ct)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        return await db.ImportRuns.AsNoTracking().SingleOrDefaultAsync(r => r.Id == runId, ct) is { } run && kinds.Find(run.Kind) is { } kind && user.May(kind.Permission) ? run : null;
    }

    /// <summary>Counts of a run: of the taking in, where it began, else of the check.</summary>
    public async Task<(ImportTally Checked, ImportTally Applied)> TallyAsync(ImportRun run, CancellationToken ct)
    {
        var ledger = kinds.Find(run.Kind)!.Ledger;
        return (await ledger.TallyAsync(run.Id, isPreview: true, ct), await ledger.TallyAsync(run.Id, isPreview: false, ct));
    }
}
