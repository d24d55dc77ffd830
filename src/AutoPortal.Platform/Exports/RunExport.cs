using System.Globalization;
using System.Runtime.CompilerServices;
using AutoPortal.Kernel;
using AutoPortal.Kernel.Data;
using AutoPortal.Kernel.Exports;
using AutoPortal.Kernel.Files;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Kernel.Security;
using AutoPortal.Kernel.Time;
using AutoPortal.Platform.Data;
using AutoPortal.Platform.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace AutoPortal.Platform.Exports;

/// <summary>Writes an export, in the scope of who ordered it, from its beginning: what a node that died had written is worth nothing. Whoever runs it holds the job's lease.</summary>
internal sealed class RunExport(IDbContextFactory<PlatformDb> dbs, ExportLists lists, ExportFile file, ExportCap cap, ExportNotices notices, FileStore files, ExportLease lease, CurrentScope scope, CurrentUser user, PhoneVault vault, IOptions<ExportOptions> options, TimeProvider clock)
{
    private const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private const string Csv = "text/csv";

    /// <param name="jobId">The job.</param>
    /// <param name="worker">Names this worker.</param>
    /// <param name="ct">The process ends: another node writes it.</param>
    /// <returns>Whether the lease was free.</returns>
    public async Task<bool> RunAsync(Guid jobId, Guid worker, CancellationToken ct)
    {
        if (await lease.TakeAsync(jobId, worker, ct) is not { } job)
        {
            return false;
        }

        if (lists.Find(job.List) is not { } list || !user.May(list.Permission) || (job.IsRevealed && !lists.MayReveal(list)))
        {
            var refused = await lease.EndAsync(jobId, worker, j => j.Fail(ExportRefusals.NotAllowedAnyMore.Code, null, clock.GetUtcNow()), ct);
            await TellAsync(refused, ExportNotices.Failed, ct);
            return true;
        }

        await using var pulse = lease.Pulse(jobId, worker, ct);
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(job.Language);
        try
        {
            await WriteAsync(job, list, worker, ct);
        }
        catch (ExportLeaseLostException)
        {
            // Called off, or taken over because this node was too slow: nothing is left behind.
        }
        catch (TooManyRowsException tooMany)
        {
            if (await lease.EndAsync(jobId, worker, j => j.HoldBack(tooMany.Rows, clock.GetUtcNow()), ct) is { } held)
            {
                await notices.AskAsync(held, ct);
                await notices.TellAsync(held, ExportNotices.HeldBack, ct);
            }
        }

        return true;
    }

    private async Task WriteAsync(ExportJob job, IExportList list, Guid worker, CancellationToken ct)
    {
        await using var target = new FileStream(Path.Combine(Path.GetTempPath(), "autoportal-" + Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 64 * 1024, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        var order = job.OrderOf(job.Query.SealedSearch is { } words ? vault.Open(scope.TenantId, words) : null);
        var progress = new Progress();
        var most = await MostAsync(job, ct);
        await ForgetSubjectsAsync(job.Id, ct);
        await file.WriteAsync(job, list, WatchedAsync(list.RowsAsync(order, ct), job, most, progress, worker, ct), target, options.Value.SheetRows, ct);
        await KeepSubjectsAsync(job, progress.Ids, ct);
        await lease.RenewAsync(job, worker, progress.Rows, ct);
        var name = $"{lists.TitleOf(list)}-{ShanghaiTime.Of(clock.GetUtcNow()).ToString("yyyyMMdd-HHmm", CultureInfo.InvariantCulture)}.{(job.IsCsv ? "csv" : "xlsx")}";
        var kept = await files.PutLargeAsync(target, name, job.IsCsv ? Csv : Workbook, ct);
        var sha256 = kept.IsOk ? kept.Value.Sha256 : throw new InvalidOperationException($"The file of export {job.Id} was not kept: {kept.Refusal.Code}.");
        var days = await KeptDaysAsync(ct);
        var ready = await lease.EndAsync(job.Id, worker, j => j.Finish(new(sha256, name, target.Length, progress.Rows), clock.GetUtcNow().AddDays(days), clock.GetUtcNow()), ct);
        await TellAsync(ready, ExportNotices.Ready, ct);
    }

    private async IAsyncEnumerable<ExportRow> WatchedAsync(IAsyncEnumerable<ExportRow> rows, ExportJob job, long most, Progress progress, Guid worker, [EnumeratorCancellation] CancellationToken ct)
    {
        var told = clock.GetTimestamp();
        await foreach (var row in rows.WithCancellation(ct))
        {
            if (++progress.Rows > most)
            {
                throw new TooManyRowsException(progress.Rows);
            }

            yield return row;
            await NoteAsync(job, progress, row.Id, ct);
            // Asking the clock for each row would cost more than the row.
            if (progress.Rows % 256 == 0 && clock.GetElapsedTime(told) > options.Value.TellEvery)
            {
                await lease.RenewAsync(job, worker, progress.Rows, ct);
                told = clock.GetTimestamp();
            }
        }
    }

    // The list may have grown since it was counted: what was not approved stays below the cap whatever happens.
    private async Task<long> MostAsync(ExportJob job, CancellationToken ct)
    {
        if (!job.IsPersonal || job.DecidedById is not null)
        {
            return long.MaxValue;
        }

        await using var db = await dbs.CreateDbContextAsync(ct);
        return await cap.LeftAsync(db, job.Id, ct);
    }

    private async Task NoteAsync(ExportJob job, Progress progress, Guid id, CancellationToken ct)
    {
        if (!job.IsPersonal)
        {
            return;
        }

        progress.Ids.Add(id);
        if (progress.Ids.Count == ExportSubjects.AtOnce)
        {
            await KeepSubjectsAsync(job, progress.Ids, ct);
            progress.Ids.Clear();
        }
    }

    private async Task KeepSubjectsAsync(ExportJob job, List<Guid> ids, CancellationToken ct)
    {
        if (ids.Count == 0)
        {
            return;
        }

        await using var db = await dbs.CreateDbContextAsync(ct);
        db.Add(new ExportSubjects(Ids.New(clock), job.Id, ids));
        await db.SaveAsync(ct);
    }

    private async Task ForgetSubjectsAsync(Guid jobId, CancellationToken ct)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        await db.ExportSubjects.Where(s => s.JobId == jobId).ExecuteDeleteAsync(ct);
        await db.SaveAsync(ct);
    }

    private async Task<int> KeptDaysAsync(CancellationToken ct)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        return (await ExportCap.RulesAsync(db, ct)).KeptDays;
    }

    private Task TellAsync(ExportJob? job, string code, CancellationToken ct) => job is null ? Task.CompletedTask : notices.TellAsync(job, code, ct);

    private sealed class Progress
    {
        public long Rows { get; set; }
        public List<Guid> Ids { get; } = [];
    }

    private sealed class TooManyRowsException(long rows) : Exception
    {
        public long Rows => rows;
    }
}
