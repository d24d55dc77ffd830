using System.Text;
using AutoPortal.Kernel;
using AutoPortal.Kernel.Imports;
using AutoPortal.Kernel.Outcomes;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Platform.Contracts;
using AutoPortal.Platform.Data;
using AutoPortal.Platform.Domain;
using AutoPortal.Platform.Imports;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AutoPortal.Platform.Tests.Imports;

/// <summary>One file of dealers on its way through the whole engine, as headquarters' administrator brings it.</summary>
internal sealed class FileRun(PlatformFixture platform, Town town, Visitor admin) : IAsyncDisposable
{
    public Town Town => town;

    public Guid Run { get; private set; }

    public static async Task<FileRun> BeginAsync(PlatformFixture platform)
    {
        var town = await platform.BuildAsync();
        return new(platform, town, await Visitor.OfAsync(platform, await town.HireAsync(RoleTemplate.PlatformAdmin, MembershipReach.Tenant, null)));
    }

    /// <summary>A text file of so many new dealers.</summary>
    public static Stream Dealers(int count)
        => Text(Enumerable.Range(1, count).Select(n => $"N{n:D5},第{n}店,上海,上海,4S店").Prepend("经销商代码,经销商名称,省份,城市,类型"));

    public static Stream Text(IEnumerable<string> lines) => new MemoryStream(Encoding.UTF8.GetBytes(string.Join('\n', lines)));

    public async Task<Refusal?> OrderAsync(Stream file, string name = "dealers.csv")
    {
        var ordered = await admin.Get<OrderImport>().RunAsync("dealers", file, name, default);
        Run = ordered.IsOk ? ordered.Value : Guid.Empty;
        return ordered.Refusal;
    }

    public async Task<Refusal?> CheckAsync(bool appliesAtOnce = false)
    {
        var columns = (await StateAsync()).Columns;
        var own = appliesAtOnce ? new OwnWork(Ids.New(TimeProvider.System), true) : null;
        var outcome = await admin.Get<CheckImport>().RunAsync(Run, columns, new ImportWishes(town.Brand.Id, ImportMode.Upsert, false, false), own, default);
        await InTenantAsync(async db => (await db.ImportRuns.SingleAsync(r => r.Id == Run)).HoldFor(Guid.Empty, DateTimeOffset.UnixEpoch));
        return outcome.Refusal;
    }

    public Task<Outcome> ApplyAsync() => admin.Get<SteerImport>().ApplyAsync(Run, default);

    public Task<Outcome> StopAsync() => admin.Get<SteerImport>().StopAsync(Run, default);

    public Task<Outcome> UndoAsync() => admin.Get<SteerImport>().UndoAsync(Run, default);

    /// <summary>A node works on it; whoever is named by a worker's id does.</summary>
    /// <returns>Whether the lease was free.</returns>
    public async Task<bool> WorkAsync(Guid? worker = null, CancellationToken ct = default)
    {
        var worked = false;
        await platform.Get<ScopeRunner>().RunAsync(new ScopeFacts(town.Tenant.Id, "", Reach.System) { Origin = "import" }, async (services, stop) =>
            worked = await services.GetRequiredService<RunImport>().RunAsync(Run, worker ?? Ids.New(TimeProvider.System), stop), ct);
        return worked;
    }

    public Task<ImportRun> StateAsync() => platform.InTenantAsync(town.Tenant.Id, db => db.ImportRuns.AsNoTracking().SingleAsync(r => r.Id == Run));

    public async Task<ImportTally> TallyAsync(bool isPreview = false)
    {
        var (seen, applied) = await admin.Get<ImportQueries>().TallyAsync(await StateAsync(), default);
        return isPreview ? seen : applied;
    }

    public Task<List<string>> CodesAsync() => platform.InTenantAsync(town.Tenant.Id, db => db.Dealers.Select(d => d.Code).OrderBy(c => c).ToListAsync());

    public ValueTask DisposeAsync() => admin.DisposeAsync();

    private Task InTenantAsync(Func<PlatformDb, Task> work) => platform.InTenantAsync(town.Tenant.Id, async db =>
    {
        await work(db);
        return true;
    });
}
