using AutoPortal.Kernel;
using AutoPortal.Kernel.Files;
using AutoPortal.Kernel.Outcomes;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Platform.Data;
using AutoPortal.Platform.Domain;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Platform.Exports;

/// <summary>Hands a finished file to who ordered it, and to nobody else; each time is written down.</summary>
internal sealed class DownloadExport(IDbContextFactory<PlatformDb> dbs, FileStore files, ExportLinks links, CurrentScope scope, CurrentUser user, TimeProvider clock)
{
    /// <param name="jobId">The export.</param>
    /// <param name="seal">From the link.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<Outcome<ExportDelivery>> RunAsync(Guid jobId, string? seal, CancellationToken ct)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        if (!links.IsFor(jobId, user.Id, seal) || await db.ExportJobs.SingleOrDefaultAsync(j => j.Id == jobId && j.ById == user.Id, ct) is not { } job)
        {
            return Refusal.NotFound;
        }

        var now = clock.GetUtcNow();
        if (job.State is ExportState.Expired || job.ExpiresAt <= now)
        {
            return ExportRefusals.HasExpired;
        }

        if (job.State is not ExportState.Ready || await files.FindAsync(job.FileSha256!, ct) is not { } file)
        {
            return Refusal.NotFound;
        }

        db.Add(new ExportDownload(Ids.New(clock), job.Id, user.Id, user.Name, scope.Facts.Origin, now));
        db.Audit("export_fetched", "export_job", job.Id, null, new { job.List, job.RowCount, job.IsRevealed, job.Reason });
        db.Announce(ExportTopics.Changed, "");
        var saved = await db.SaveAsync(ct);
        return saved.IsOk ? new ExportDelivery(file, job.FileName!) : saved.Refusal;
    }
}

/// <summary>A file on its way to a person.</summary>
internal sealed record ExportDelivery(StoredFile File, string Name);
