using System.Collections.Concurrent;
using System.Threading.Channels;
using AutoPortal.Kernel;
using AutoPortal.Kernel.Data;
using AutoPortal.Kernel.Messaging;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Platform.Contracts;
using AutoPortal.Platform.Data;
using AutoPortal.Platform.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Npgsql;

namespace AutoPortal.Platform.Exports;

/// <summary>Writes exports on a serving node: woken by the word that one waits, swept for what another node left. A tenant has one at work at a time. Verbs never run it.</summary>
internal sealed partial class ExportWorker(ILiveBus live, ITenantDirectory tenants, ScopeRunner scopes, ExportScopes orderers, IOptions<ExportOptions> options, TimeProvider clock, ILogger<ExportWorker> log) : BackgroundService
{
    private readonly Guid _worker = Ids.New(clock);
    private readonly Channel<(Guid Tenant, Guid Job)> _line = Channel.CreateUnbounded<(Guid, Guid)>();
    private readonly ConcurrentDictionary<Guid, byte> _atWork = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var listening = live.SubscribeAll(ExportTopics.Waiting, word =>
        {
            if (Guid.TryParse(word.Payload, out var job))
            {
                _line.Writer.TryWrite((word.TenantId, job));
            }

            return Task.CompletedTask;
        });
        await Task.WhenAll(Enumerable.Range(0, options.Value.Workers).Select(_ => WorkAsync(stoppingToken)).Append(SweepAsync(stoppingToken)));
    }

    private async Task WorkAsync(CancellationToken ct)
    {
        await foreach (var (tenant, job) in _line.Reader.ReadAllAsync(ct))
        {
            // The sweep brings back what finds its tenant busy.
            if (!_atWork.TryAdd(tenant, 0))
            {
                continue;
            }

            try
            {
                await RunAsync(tenant, job, ct);
            }
#pragma warning disable CA1031 // One export's fault must not stop those of the others; the person gets a reference, the log the reason.
            catch (Exception fault) when (!ct.IsCancellationRequested)
#pragma warning restore CA1031
            {
                await FailAsync(tenant, job, fault, ct);
            }
            finally
            {
                _atWork.TryRemove(tenant, out _);
            }

            await OfferNextAsync(tenant, ct);
        }
    }

    private async Task RunAsync(Guid tenant, Guid jobId, CancellationToken ct)
    {
        if (await ReadAsync(tenant, jobId, ct) is not { IsAtWork: true } job)
        {
            return;
        }

        if (await orderers.OfAsync(tenant, job, ct) is { } facts)
        {
            await scopes.RunAsync(facts, (services, stop) => services.GetRequiredService<RunExport>().RunAsync(jobId, _worker, stop), ct);
        }
        else
        {
            await EndAsync(tenant, jobId, j => j.Fail(ExportRefusals.NotAllowedAnyMore.Code, null, clock.GetUtcNow()), ct);
        }
    }

    private async Task<ExportJob?> ReadAsync(Guid tenant, Guid jobId, CancellationToken ct)
    {
        ExportJob? job = null;
        await scopes.RunAsync(tenant, "export", async (services, stop) =>
        {
            await using var db = await services.GetRequiredService<IDbContextFactory<PlatformDb>>().CreateDbContextAsync(stop);
            job = await db.ExportJobs.AsNoTracking().SingleOrDefaultAsync(j => j.Id == jobId, stop);
        }, ct);
        return job;
    }

    // What the database does not do now is tried again by the sweep, once the lease has run out.
    private async Task FailAsync(Guid tenant, Guid jobId, Exception fault, CancellationToken ct)
    {
        Interrupted(fault, jobId);
        if (!DatabaseFaults.IsPassing(fault))
        {
            var broken = ExportRefusals.Broken(jobId.ToString("N")[^8..]);
            await EndAsync(tenant, jobId, j => j.Fail(broken.Code, (string)broken.Details[0], clock.GetUtcNow()), ct);
        }
    }

    private Task EndAsync(Guid tenant, Guid jobId, Action<ExportJob> end, CancellationToken ct) => scopes.RunAsync(tenant, "export", async (services, stop) =>
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<PlatformDb>>().CreateDbContextAsync(stop);
        if (await db.ExportJobs.SingleOrDefaultAsync(j => j.Id == jobId, stop) is { IsAtWork: true } job)
        {
            end(job);
            db.Announce(ExportTopics.Changed, "");
            await db.SaveAsync(stop);
            await services.GetRequiredService<ExportNotices>().TellAsync(job, ExportNotices.Failed, stop);
        }
    }, ct);

    private async Task SweepAsync(CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            try
            {
                foreach (var tenant in await tenants.ListAsync(ct))
                {
                    await OfferNextAsync(tenant.Id, ct);
                }
            }
            catch (Exception fault) when (fault is NpgsqlException || DatabaseFaults.IsPassing(fault))
            {
                SweepFailed(fault);
            }

            await Task.Delay(options.Value.SweepEvery, clock, ct);
        }
    }

    private Task OfferNextAsync(Guid tenant, CancellationToken ct) => scopes.RunAsync(tenant, "export", async (services, stop) =>
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<PlatformDb>>().CreateDbContextAsync(stop);
        var now = clock.GetUtcNow();
        var next = await db.ExportJobs
            .Where(j => j.State == ExportState.Queued || (j.State == ExportState.Writing && (j.LeaseUntil == null || j.LeaseUntil <= now)))
            .OrderBy(j => j.Id).Select(j => (Guid?)j.Id).FirstOrDefaultAsync(stop);
        if (next is { } job)
        {
            _line.Writer.TryWrite((tenant, job));
        }
    }, ct);

    [LoggerMessage(Level = LogLevel.Error, Message = "Export {JobId} was interrupted")]
    private partial void Interrupted(Exception fault, Guid jobId);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The sweep for exports failed; again soon")]
    private partial void SweepFailed(Exception fault);
}
