using AutoPortal.Kernel.Files;
using AutoPortal.Platform.Data;
using AutoPortal.Platform.Domain;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Platform.Exports;

/// <summary>Ends exports whose days are over and lets their files go; who ordered and fetched them stays known.</summary>
internal sealed class ExpireExports(IDbContextFactory<PlatformDb> dbs, FileStore files, TimeProvider clock)
{
    private const int AtOnce = 50;

    /// <returns>Whether more are due.</returns>
    public async Task<bool> RunAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await using var db = await dbs.CreateDbContextAsync(ct);
        var due = await db.ExportJobs.Where(j => j.State == ExportState.Ready && j.ExpiresAt <= now).OrderBy(j => j.Id).Take(AtOnce).ToListAsync(ct);
        due.ForEach(job => job.Expire(now));
        db.Announce(ExportTopics.Changed, "");
        await db.SaveAsync(ct);
        foreach (var job in await LeftBehindAsync(ct))
        {
            await LetGoAsync(job, ct);
        }

        return due.Count == AtOnce;
    }

    private async Task<IReadOnlyList<ExportJob>> LeftBehindAsync(CancellationToken ct)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        return await db.ExportJobs.AsNoTracking().Where(j => j.State == ExportState.Expired && j.IsFileKept).OrderBy(j => j.Id).Take(AtOnce).ToListAsync(ct);
    }

    // The same bytes may have come back as an import, or belong to another export: then they stay.
    private async Task LetGoAsync(ExportJob expired, CancellationToken ct)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        var sha = expired.FileSha256!;
        if (!await db.ImportRuns.AnyAsync(r => r.FileSha256 == sha, ct) && !await db.ExportJobs.AnyAsync(j => j.FileSha256 == sha && j.State == ExportState.Ready, ct))
        {
            await files.RemoveAsync(sha, ct);
        }

        var job = await db.ExportJobs.SingleAsync(j => j.Id == expired.Id, ct);
        job.FileIsGone();
        await db.SaveAsync(ct);
    }
}
