using AutoPortal.Kernel.Imports;
using AutoPortal.Kernel.Paging;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Platform.Data;
using AutoPortal.Platform.Domain;
using AutoPortal.Platform.Imports.Desk;
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
            // Several states make one chip, such as everything that is at work.
            var asked = Enum.GetValues<ImportState>().Where(s => state.Split(',').Contains(ImportStates.Word(s))).ToList();
            runs = runs.Where(r => asked.Contains(r.State));
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

    /// <summary>One run with its counts; null where it is not within reach.</summary>
    public async Task<ImportView?> ViewAsync(Guid runId, CancellationToken ct)
    {
        if (await FindAsync(runId, ct) is not { } run)
        {
            return null;
        }

        var (looked, written) = await TallyAsync(run, ct);
        return new ImportView(run, kinds.Find(run.Kind)!, looked, written);
    }

    /// <summary>What was written by each of these runs; absent where nothing was.</summary>
    public async Task<IReadOnlyDictionary<Guid, ImportTally>> WrittenAsync(IReadOnlyList<ImportRun> runs, CancellationToken ct)
    {
        var written = new Dictionary<Guid, ImportTally>();
        foreach (var kind in runs.Where(r => !r.IsBeforeWriting).GroupBy(r => r.Kind))
        {
            foreach (var (run, tally) in await kinds.Find(kind.Key)!.Ledger.TalliesAsync([.. kind.Select(r => r.Id)], ct))
            {
                written[run] = tally;
            }
        }

        return written;
    }

    /// <summary>Counts of a run: of the taking in, where it began, else of the check.</summary>
    public async Task<(ImportTally Checked, ImportTally Applied)> TallyAsync(ImportRun run, CancellationToken ct)
    {
        var ledger = kinds.Find(run.Kind)!.Ledger;
        return (await ledger.TallyAsync(run.Id, isPreview: true, ct), await ledger.TallyAsync(run.Id, isPreview: false, ct));
    }
}
