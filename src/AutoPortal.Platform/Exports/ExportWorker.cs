using AutoPortal.Kernel.Messaging;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Platform.Contracts;
using AutoPortal.Platform.Data;
using AutoPortal.Platform.Domain;
using AutoPortal.Platform.Lines;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AutoPortal.Platform.Exports;

/// <summary>Writes exports on a serving node.</summary>
internal sealed class ExportWorker(ILiveBus live, ITenantDirectory tenants, ScopeRunner scopes, ExportScopes orderers, IOptions<ExportOptions> options, TimeProvider clock, ILogger<ExportWorker> log)
    : LineWorker(new("export", ExportTopics.Waiting, options.Value.Workers, options.Value.SweepEvery), live, tenants, scopes, clock, log)
{
    private readonly ScopeRunner _scopes = scopes;
    private readonly TimeProvider _clock = clock;

    protected override IQueryable<InLine> WaitingIn(PlatformDb db) => db.ExportJobs
        .Where(j => j.State == ExportState.Queued || j.State == ExportState.Writing)
        .OrderBy(j => j.Id).Select(j => new InLine(j.Id, j.State == ExportState.Queued ? null : j.LeaseBy, j.State == ExportState.Queued ? null : j.LeaseUntil));

    protected override async Task RunAsync(Guid tenant, Guid item, CancellationToken ct)
    {
        ExportJob? job = null;
        await AsHouseAsync(tenant, async (db, _, stop) => job = await db.ExportJobs.AsNoTracking().SingleOrDefaultAsync(j => j.Id == item, stop), ct);
        if (job is not { IsAtWork: true })
        {
            return;
        }

        if (await orderers.OfAsync(tenant, job, ct) is { } facts)
        {
            await _scopes.RunAsync(facts, (services, stop) => services.GetRequiredService<RunExport>().RunAsync(item, Worker, stop), ct);
        }
        else
        {
            await EndAsync(tenant, item, j => j.Fail(ExportRefusals.NotAllowedAnyMore.Code, null, _clock.GetUtcNow()), ct);
        }
    }

    protected override Task FailAsync(Guid tenant, Guid item, CancellationToken ct)
    {
        var broken = ExportRefusals.Broken(item.ToString("N")[^8..]);
        return EndAsync(tenant, item, j => j.Fail(broken.Code, (string)broken.Details[0], _clock.GetUtcNow()), ct);
    }

    private Task EndAsync(Guid tenant, Guid jobId, Action<ExportJob> end, CancellationToken ct) => AsHouseAsync(tenant, async (db, services, stop) =>
    {
        if (await db.ExportJobs.SingleOrDefaultAsync(j => j.Id == jobId, stop) is { IsAtWork: true } job)
        {
            end(job);
            db.Announce(ExportTopics.Changed, "");
            await db.SaveAsync(stop);
            await services.GetRequiredService<ExportNotices>().TellAsync(job, ExportNotices.Failed, stop);
        }
    }, ct);
}
