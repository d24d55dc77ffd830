using AutoPortal.Kernel.Data;
using AutoPortal.Kernel.Imports;
using AutoPortal.Kernel.Messaging;
using AutoPortal.Kernel.Outcomes;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Kernel.Workbooks;
using AutoPortal.Platform.Data;
using AutoPortal.Platform.Domain;
using AutoPortal.Platform.Lines;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace AutoPortal.Platform.Imports;

/// <summary>Does the work of a run's state, batch by batch, from where the ledger says it stands. Whoever runs it holds the run's lease.</summary>
internal sealed class RunImport(IDbContextFactory<PlatformDb> dbs, ImportKinds kinds, ImportFiles files, CurrentScope scope, ILiveBus live, IOptions<ImportOptions> options, TimeProvider clock)
{
    private const int UndoAtOnce = 500;
    private const int Tries = 5;

    // In a row: whatever gets on has its patience anew.
    private int _failures;

    /// <summary>Takes the lease and works until the state is done or somebody asked to stop.</summary>
    /// <param name="runId">The run.</param>
    /// <param name="worker">Names this worker.</param>
    /// <param name="ct">The process ends: the run goes on elsewhere, or later.</param>
    /// <returns>Whether the lease was free.</returns>
    public async Task<bool> RunAsync(Guid runId, Guid worker, CancellationToken ct)
    {
        if (await TakeAsync(runId, worker, ct) is not { } run)
        {
            return false;
        }

        await using var pulse = new LeasePulse(stop => RenewAsync(runId, worker, stop), options.Value.Lease, clock, ct);
        try
        {
            var stopped = await AgainAsync(() => run.State is ImportState.Undoing ? UndoAsync(run, worker, ct) : ReadAsync(run, worker, ct), ct);
            await EndAsync(run.Id, worker, r => r.Finish(stopped, clock.GetUtcNow()), ct);
        }
        catch (TableFaultException unreadable)
        {
            await EndAsync(run.Id, worker, r => r.Fail(unreadable.Fault.Code, [.. unreadable.Fault.Details.Select(d => d.ToString() ?? "")], clock.GetUtcNow()), ct);
        }
        catch (ImportRefusedException refused)
        {
            await EndAsync(run.Id, worker, r => r.Fail(refused.Refusal.Code, [.. refused.Refusal.Details.Select(d => d.ToString() ?? "")], clock.GetUtcNow()), ct);
        }
        catch (LeaseLostException)
        {
            // Another node took over because this one was too slow; it goes on from the ledger.
        }

        return true;
    }

    private async Task<bool> ReadAsync(ImportRun run, Guid worker, CancellationToken ct)
    {
        var kind = kinds.Find(run.Kind) ?? throw new ImportRefusedException(ImportRefusals.UnknownKind);
        var isPreview = run.State is ImportState.Checking;
        if (isPreview)
        {
            // Rows are compared with earlier rows of the file, so a check begins anew.
            await kind.Ledger.ForgetPreviewAsync(run.Id, ct);
        }

        if (run.RowCount is null)
        {
            await CountAsync(run, worker, ct);
        }

        var opened = await kind.OpenAsync(run.Order, ct);
        var work = opened.IsOk ? opened.Value : throw new ImportRefusedException(opened.Refusal);
        var done = (await kind.Ledger.TallyAsync(run.Id, isPreview, ct)).LastRow;
        await using var file = await files.OpenAsync(run, ct);
        var batch = new List<ImportRow>(options.Value.BatchRows);
        await foreach (var row in new ImportRows(run.Columns).ReadAsync(file.Table, ct))
        {
            if (row.Number <= done)
            {
                continue;
            }

            batch.Add(row);
            if (batch.Count == options.Value.BatchRows && await TakeInAsync(run, work, isPreview, batch, worker, ct))
            {
                return true;
            }
        }

        return batch.Count > 0 && await TakeInAsync(run, work, isPreview, batch, worker, ct);
    }

    private async Task<bool> TakeInAsync(ImportRun run, IImportWork work, bool isPreview, List<ImportRow> batch, Guid worker, CancellationToken ct)
    {
        var stopped = await GoesOnAsync(run.Id, worker, ct);
        if (stopped)
        {
            return true;
        }

        await (isPreview ? work.PreviewAsync([.. batch], ct) : work.ApplyAsync([.. batch], ct));
        batch.Clear();
        // A check begins anew, so it has not got on by one batch.
        _failures = isPreview ? _failures : 0;
        Tell(run.Id);
        return false;
    }

    private async Task<bool> UndoAsync(ImportRun run, Guid worker, CancellationToken ct)
    {
        var ledger = (kinds.Find(run.Kind) ?? throw new ImportRefusedException(ImportRefusals.UnknownKind)).Ledger;
        UndoTally? step;
        do
        {
            if (await GoesOnAsync(run.Id, worker, ct))
            {
                return true;
            }

            step = await ledger.UndoNextAsync(run.Id, UndoAtOnce, ct);
            _failures = 0;
            Tell(run.Id);
        }
        while (step is not null);
        return false;
    }

    // The whole file is read once before anything is done: a file that breaks off is refused, not half taken in.
    private async Task CountAsync(ImportRun run, Guid worker, CancellationToken ct)
    {
        await using var file = await files.OpenAsync(run, ct);
        var rows = 0;
        await foreach (var _ in new ImportRows(run.Columns).ReadAsync(file.Table, ct))
        {
            rows++;
        }

        await using var db = await dbs.CreateDbContextAsync(ct);
        await db.Sql().ExecuteAsync("update platform.import_runs set row_count = @rows where {tenant} and id = @id and lease_by = @worker", new { rows, id = run.Id, worker }, ct);
        await db.SaveAsync(ct);
        Tell(run.Id);
    }

    // Somebody worked on one of the batch's records at that moment, or the server was restarted. A commit whose answer was lost may have happened, and the rules
    // remember rows that may not have been saved: the work is taken up as another node would, from what the ledger says.
    private async Task<T> AgainAsync<T>(Func<Task<T>> work, CancellationToken ct)
    {
        while (true)
        {
            try
            {
                return await work();
            }
            catch (Exception fault) when (_failures < Tries && DatabaseFaults.IsPassing(fault))
            {
                _failures++;
                await Task.Delay(TimeSpan.FromMilliseconds(200 * _failures * _failures), clock, ct);
            }
        }
    }

    private async Task<ImportRun?> TakeAsync(Guid runId, Guid worker, CancellationToken ct)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        var now = clock.GetUtcNow();
        var taken = await db.Sql().ExecuteAsync(
            """
            update platform.import_runs set lease_by = @worker, lease_until = @until
            where {tenant} and id = @runId and state in ('checking', 'applying', 'undoing') and (lease_until is null or lease_until <= @now or lease_by = @worker)
            """,
            new { worker, runId, now, until = now + options.Value.Lease }, ct);
        await db.SaveAsync(ct);
        if (taken == 0)
        {
            return null;
        }

        await using var read = await dbs.CreateDbContextAsync(ct);
        return await read.ImportRuns.AsNoTracking().SingleAsync(r => r.Id == runId, ct);
    }

    private async Task<bool> RenewAsync(Guid runId, Guid worker, CancellationToken ct)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        var held = await db.Sql().ExecuteAsync(
            "update platform.import_runs set lease_until = @until where {tenant} and id = @runId and lease_by = @worker",
            new { worker, runId, until = clock.GetUtcNow() + options.Value.Lease }, ct);
        await db.SaveAsync(ct);
        return held > 0;
    }

    // Says that this worker lives, and hears whether somebody asked to stop.
    private async Task<bool> GoesOnAsync(Guid runId, Guid worker, CancellationToken ct)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        var stop = await db.Sql().FirstOrDefaultAsync<bool?>(
            "update platform.import_runs set lease_until = @until where {tenant} and id = @runId and lease_by = @worker returning is_stop_asked",
            new { worker, runId, until = clock.GetUtcNow() + options.Value.Lease }, ct) ?? throw new LeaseLostException();
        await db.SaveAsync(ct);
        return stop;
    }

    private Task EndAsync(Guid runId, Guid worker, Action<ImportRun> end, CancellationToken ct) => AgainAsync(async () =>
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        var run = await db.ImportRuns.SingleAsync(r => r.Id == runId, ct);
        if (run.LeaseBy != worker)
        {
            return true;
        }

        end(run);
        db.Announce(ImportTopics.Run(runId), "");
        return (await db.SaveAsync(ct)).IsOk ? true : throw new ImportInterruptedException($"End of run {runId}.");
    }, ct);

    private void Tell(Guid runId) => live.Publish(new LiveMessage(scope.TenantId, ImportTopics.Run(runId), ""));

    private sealed class LeaseLostException : Exception;

    private sealed class ImportRefusedException(Refusal refusal) : Exception
    {
        public Refusal Refusal => refusal;
    }
}
