using AutoPortal.Kernel.Data;
using AutoPortal.Kernel.Outcomes;
using AutoPortal.Platform.Data;
using AutoPortal.Platform.Domain;
using AutoPortal.Platform.Lines;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace AutoPortal.Platform.Exports;

/// <summary>Who works on a job: taken for a while, renewed with every word about how far it came, lost where somebody else took it or called it off.</summary>
internal sealed class ExportLease(IDbContextFactory<PlatformDb> dbs, IOptions<ExportOptions> options, TimeProvider clock)
{
    private const int Tries = 5;

    public async Task<ExportJob?> TakeAsync(Guid jobId, Guid worker, CancellationToken ct)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        var now = clock.GetUtcNow();
        var taken = await db.Sql().ExecuteAsync(
            """
            update platform.export_jobs set state = 'writing', state_since = @now, row_count = 0, lease_by = @worker, lease_until = @until
            where {tenant} and id = @jobId and (state = 'queued' or (state = 'writing' and (lease_until is null or lease_until <= @now)))
            """,
            new { worker, jobId, now, until = now + options.Value.Lease }, ct);
        db.Announce(ExportTopics.Changed, "");
        await db.SaveAsync(ct);
        if (taken == 0)
        {
            return null;
        }

        await using var read = await dbs.CreateDbContextAsync(ct);
        return await read.ExportJobs.AsNoTracking().SingleAsync(j => j.Id == jobId, ct);
    }

    /// <exception cref="ExportLeaseLostException">The job was called off, or another node has it.</exception>
    public async Task RenewAsync(ExportJob job, Guid worker, long rows, CancellationToken ct)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        var held = await db.Sql().ExecuteAsync(
            "update platform.export_jobs set lease_until = @until, row_count = @rows where {tenant} and id = @id and lease_by = @worker and state = 'writing'",
            new { worker, id = job.Id, rows, until = clock.GetUtcNow() + options.Value.Lease }, ct);
        db.Announce(ExportTopics.Changed, "");
        await db.SaveAsync(ct);
        if (held == 0)
        {
            throw new ExportLeaseLostException();
        }
    }

    /// <summary>Says that its worker lives, until it is disposed.</summary>
    public LeasePulse Pulse(Guid jobId, Guid worker, CancellationToken ct) => new(
        async stop =>
        {
            await using var db = await dbs.CreateDbContextAsync(stop);
            var held = await db.Sql().ExecuteAsync(
                "update platform.export_jobs set lease_until = @until where {tenant} and id = @jobId and lease_by = @worker and state = 'writing'",
                new { worker, jobId, until = clock.GetUtcNow() + options.Value.Lease }, stop);
            await db.SaveAsync(stop);
            return held > 0;
        },
        options.Value.Lease, clock, ct);

    /// <returns>The job as it is now; null where it was no longer this worker's.</returns>
    public async Task<ExportJob?> EndAsync(Guid jobId, Guid worker, Func<ExportJob, Refusal?> end, CancellationToken ct)
    {
        for (var attempt = 1; attempt <= Tries; attempt++)
        {
            await using var db = await dbs.CreateDbContextAsync(ct);
            var job = await db.ExportJobs.SingleAsync(j => j.Id == jobId, ct);
            if (job.LeaseBy != worker || end(job) is not null)
            {
                return null;
            }

            db.Announce(ExportTopics.Changed, "");
            if ((await db.SaveAsync(ct)).IsOk)
            {
                return job;
            }
        }

        return null;
    }
}

/// <summary>This worker no longer has the job.</summary>
internal sealed class ExportLeaseLostException : Exception;
