using AutoPortal.Kernel.Data;
using AutoPortal.Kernel.Paging;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Platform.Data;
using AutoPortal.Platform.Domain;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Platform.Exports;

/// <summary>Exports as people look at them: their own, and those they may decide on.</summary>
internal sealed class ExportQueries(IDbContextFactory<PlatformDb> dbs, ExportLists lists, CurrentScope scope, CurrentUser user)
{
    /// <summary>Newest first. Filters: <c>state</c>, <c>mine</c> (<c>yes</c>, <c>no</c>); search by reason or name.</summary>
    public async Task<Page<ExportJobRow>> ListAsync(PageRequest page, CancellationToken ct)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        var jobs = Narrow(db.ExportJobs.AsNoTracking().SeenBy(scope), page);
        var total = await jobs.LongCountAsync(ct);
        if (page.After is { } after)
        {
            jobs = Guid.TryParse(after, out var id) ? jobs.Where(j => j.Id.CompareTo(id) < 0) : jobs.Where(_ => false);
        }

        var found = await jobs.OrderByDescending(j => j.Id).Take(page.Size + 1).ToListAsync(ct);
        var rows = found.Take(page.Size).Select(Row).ToList();
        return new(rows, found.Count > page.Size ? rows[^1].Id.ToString() : null, total);
    }

    /// <summary>One export with who fetched it; null where the reader does not see it.</summary>
    public async Task<ExportDetails?> FindAsync(Guid jobId, CancellationToken ct)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        if (await db.ExportJobs.AsNoTracking().SeenBy(scope).SingleOrDefaultAsync(j => j.Id == jobId, ct) is not { } job)
        {
            return null;
        }

        var fetched = await db.ExportDownloads.AsNoTracking().Where(d => d.JobId == jobId).OrderByDescending(d => d.Id).Take(50).Select(d => new ExportFetch(d.ByName, d.At, d.Origin)).ToListAsync(ct);
        var columns = await TitlesAsync(job, ct);
        return new(Row(job), columns, job.Query.Filters.Count > 0 || job.Query.SealedSearch is not null, job.IsRevealed, job.DecidedByName, job.DecisionReason, job.FaultDetail, job.FileBytes, job.DealerIds?.Count, fetched);
    }

    /// <summary>What the tenant lets go without a second person.</summary>
    public async Task<(int RowCap, int KeptDays)> RulesAsync(CancellationToken ct)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        var rules = await ExportCap.RulesAsync(db, ct);
        return (rules.RowCap, rules.KeptDays);
    }

    private async Task<IReadOnlyList<string>> TitlesAsync(ExportJob job, CancellationToken ct)
    {
        if (lists.Find(job.List) is not { } list)
        {
            return [.. job.Columns];
        }

        var known = await list.ColumnsOfAsync(job.View, ct);
        return [.. job.Columns.Select(code => known.FirstOrDefault(c => c.Code == code)).OfType<Kernel.Exports.ExportColumn>().Select(c => lists.TitleOf(list, c))];
    }

    private IQueryable<ExportJob> Narrow(IQueryable<ExportJob> jobs, PageRequest page)
    {
        if (page.Filters.TryGetValue("state", out var word))
        {
            var asked = Enum.GetValues<ExportState>().Where(s => SnakeCaseNames.Of(s.ToString()) == word).ToList();
            jobs = jobs.Where(j => asked.Contains(j.State));
        }

        if (page.Filters.TryGetValue("mine", out var mine))
        {
            jobs = mine switch
            {
                "yes" => jobs.Where(j => j.ById == user.Id),
                "no" => jobs.Where(j => j.ById != user.Id),
                _ => jobs.Where(j => false),
            };
        }

        return page.Search is { } words ? jobs.Where(j => j.Reason.Contains(words) || j.ByName.Contains(words)) : jobs;
    }

    private ExportJobRow Row(ExportJob job) => new(
        job.Id,
        lists.Find(job.List) is { } list ? lists.TitleOf(list) : job.List,
        SnakeCaseNames.Of(job.State.ToString()),
        job.StateSince,
        job.State is ExportState.WaitingApproval or ExportState.Queued ? job.ExpectedRows : job.RowCount,
        job.ExpectedRows,
        job.IsCsv,
        job.IsPersonal,
        job.Reason,
        job.ByName,
        job.ById == user.Id,
        job.CreatedAt,
        job.ExpiresAt,
        job.FaultCode);
}

/// <summary>An export in the list; its state is a stored word.</summary>
public sealed record ExportJobRow(
    Guid Id, string List, string State, DateTimeOffset StateSince, long? Rows, long? ExpectedRows, bool IsCsv, bool IsPersonal, string Reason, string ByName, bool IsMine, DateTimeOffset CreatedAt, DateTimeOffset? ExpiresAt, string? FaultCode)
{
    /// <summary>Written so far, of a hundred; null where it is not being written or its size is not known.</summary>
    public int? Percent => State == "writing" && ExpectedRows is > 0 ? (int)Math.Min(99, 100 * (Rows ?? 0) / ExpectedRows.Value) : null;
}

/// <summary>An export with all that is known of it.</summary>
internal sealed record ExportDetails(
    ExportJobRow Job, IReadOnlyList<string> Columns, bool IsNarrowed, bool IsRevealed, string? DecidedBy, string? DecisionReason, string? FaultDetail, long FileBytes, int? Dealers, IReadOnlyList<ExportFetch> Fetched);

/// <summary>Somebody fetched the file.</summary>
internal sealed record ExportFetch(string ByName, DateTimeOffset At, string Origin);
