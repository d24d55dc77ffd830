using System.Threading.Channels;
using AutoPortal.Kernel;
using AutoPortal.Kernel.Data;
using AutoPortal.Kernel.Imports;
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

namespace AutoPortal.Platform.Imports;

/// <summary>Runs imports on a serving node: woken by the word that one waits, swept for what another node left. Verbs never run it.</summary>
internal sealed partial class ImportWorker(ILiveBus live, ITenantDirectory tenants, ScopeRunner scopes, IOptions<ImportOptions> options, TimeProvider clock, ILogger<ImportWorker> log) : BackgroundService
{
    private readonly Guid _worker = Ids.New(clock);
    private readonly Channel<(Guid Tenant, Guid Run)> _line = Channel.CreateUnbounded<(Guid, Guid)>();
    private readonly HashSet<Guid> _atWork = [];
    private readonly Lock _gate = new();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var listening = live.SubscribeAll(ImportTopics.Waiting, word =>
        {
            if (Guid.TryParse(word.Payload, out var run))
            {
                _line.Writer.TryWrite((word.TenantId, run));
            }

            return Task.CompletedTask;
        });
        await Task.WhenAll(Enumerable.Range(0, options.Value.Workers).Select(_ => WorkAsync(stoppingToken)).Append(SweepAsync(stoppingToken)));
    }

    private async Task WorkAsync(CancellationToken ct)
    {
        await foreach (var (tenant, run) in _line.Reader.ReadAllAsync(ct))
        {
            // One run of a tenant at a time: the sweep brings the next one.
            if (!Begin(tenant))
            {
                continue;
            }

            try
            {
                await RunAsync(tenant, run, ct);
            }
            catch (Exception fault) when (fault is NpgsqlException or TimeoutException or InvalidOperationException or DbUpdateException or ImportInterruptedException or IOException)
            {
                await FailAsync(tenant, run, fault, ct);
            }
            finally
            {
                End(tenant);
            }
        }
    }

    private async Task RunAsync(Guid tenant, Guid runId, CancellationToken ct)
    {
        ScopeFacts? facts = null;
        await scopes.RunAsync(tenant, "import", async (services, stop) =>
        {
            await using var db = await services.GetRequiredService<IDbContextFactory<PlatformDb>>().CreateDbContextAsync(stop);
            var run = await db.ImportRuns.AsNoTracking().SingleOrDefaultAsync(r => r.Id == runId, stop);
            facts = run is { IsAtWork: true } ? ScopeOf(tenant, run) : null;
        }, ct);
        if (facts is not null)
        {
            await scopes.RunAsync(facts, (services, stop) => services.GetRequiredService<RunImport>().RunAsync(runId, _worker, stop), ct);
        }
    }

    // Rows are compared with all of the tenant's; what the person may touch stands in the order.
    private static ScopeFacts ScopeOf(Guid tenant, ImportRun run)
        => new(tenant, "", Reach.System) { UserId = run.ById, UserName = run.ByName, Origin = "import" };

    // What is broken in the house is told to the person with a reference; what the database does not do now is tried again by the sweep.
    private async Task FailAsync(Guid tenant, Guid runId, Exception fault, CancellationToken ct)
    {
        Interrupted(fault, runId);
        if (DatabaseFaults.IsPassing(fault))
        {
            return;
        }

        await scopes.RunAsync(tenant, "import", async (services, stop) =>
        {
            await using var db = await services.GetRequiredService<IDbContextFactory<PlatformDb>>().CreateDbContextAsync(stop);
            if (await db.ImportRuns.SingleOrDefaultAsync(r => r.Id == runId, stop) is { IsAtWork: true } run)
            {
                run.Fail(ImportRefusals.Broken("").Code, [runId.ToString("N")[^8..]], clock.GetUtcNow());
                db.Announce(ImportTopics.Run(runId), "");
                await db.SaveAsync(stop);
            }
        }, ct);
    }

    private async Task SweepAsync(CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            try
            {
                foreach (var tenant in await tenants.ListAsync(ct))
                {
                    await SweepAsync(tenant.Id, ct);
                }
            }
            catch (Exception fault) when (fault is NpgsqlException || DatabaseFaults.IsPassing(fault))
            {
                SweepFailed(fault);
            }

            await Task.Delay(options.Value.SweepEvery, clock, ct);
        }
    }

    private Task SweepAsync(Guid tenant, CancellationToken ct) => scopes.RunAsync(tenant, "import", async (services, stop) =>
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<PlatformDb>>().CreateDbContextAsync(stop);
        var now = clock.GetUtcNow();
        var waiting = await db.ImportRuns
            .Where(r => (r.State == ImportState.Checking || r.State == ImportState.Applying || r.State == ImportState.Undoing) && (r.LeaseUntil == null || r.LeaseUntil <= now))
            .OrderBy(r => r.Id).Select(r => r.Id).Take(1).ToListAsync(stop);
        foreach (var run in waiting)
        {
            _line.Writer.TryWrite((tenant, run));
        }
    }, ct);

    private bool Begin(Guid tenant)
    {
        lock (_gate)
        {
            return _atWork.Add(tenant);
        }
    }

    private void End(Guid tenant)
    {
        lock (_gate)
        {
            _atWork.Remove(tenant);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Import {RunId} was interrupted")]
    private partial void Interrupted(Exception fault, Guid runId);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The sweep for imports failed; again soon")]
    private partial void SweepFailed(Exception fault);
}
