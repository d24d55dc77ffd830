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

namespace AutoPortal.Platform.Imports;

/// <summary>Runs imports on a serving node.</summary>
internal sealed class ImportWorker(ILiveBus live, ITenantDirectory tenants, ScopeRunner scopes, IOptions<ImportOptions> options, TimeProvider clock, ILogger<ImportWorker> log)
    : LineWorker(new("import", ImportTopics.Waiting, options.Value.Workers, options.Value.SweepEvery), live, tenants, scopes, clock, log)
{
    private readonly ScopeRunner _scopes = scopes;
    private readonly TimeProvider _clock = clock;

    protected override IQueryable<InLine> WaitingIn(PlatformDb db) => db.ImportRuns
        .Where(r => r.State == ImportState.Checking || r.State == ImportState.Applying || r.State == ImportState.Undoing)
        .OrderBy(r => r.Id).Select(r => new InLine(r.Id, r.LeaseBy, r.LeaseUntil));

    protected override async Task RunAsync(Guid tenant, Guid item, CancellationToken ct)
    {
        ScopeFacts? facts = null;
        await AsHouseAsync(tenant, async (db, _, stop) =>
        {
            var run = await db.ImportRuns.AsNoTracking().SingleOrDefaultAsync(r => r.Id == item, stop);
            facts = run is { IsAtWork: true } ? ScopeOf(tenant, run) : null;
        }, ct);
        if (facts is not null)
        {
            await _scopes.RunAsync(facts, (services, stop) => services.GetRequiredService<RunImport>().RunAsync(item, Worker, stop), ct);
        }
    }

    protected override Task FailAsync(Guid tenant, Guid item, CancellationToken ct) => AsHouseAsync(tenant, async (db, _, stop) =>
    {
        if (await db.ImportRuns.SingleOrDefaultAsync(r => r.Id == item, stop) is { IsAtWork: true } run)
        {
            run.Fail(ImportRefusals.Broken("").Code, [item.ToString("N")[^8..]], _clock.GetUtcNow());
            db.Announce(ImportTopics.Run(item), "");
            await db.SaveAsync(stop);
        }
    }, ct);

    // Rows are compared with all of the tenant's; what the person may touch stands in the order.
    private static ScopeFacts ScopeOf(Guid tenant, ImportRun run)
        => new(tenant, "", Reach.System) { UserId = run.ById, UserName = run.ByName, Origin = "import" };
}
