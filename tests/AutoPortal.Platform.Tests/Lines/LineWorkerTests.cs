using AutoPortal.Kernel.Messaging;
using AutoPortal.Platform.Domain;
using AutoPortal.Platform.Imports;
using AutoPortal.Platform.Tests.Imports;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace AutoPortal.Platform.Tests.Lines;

public sealed class LineWorkerTests(PlatformFixture platform) : IClassFixture<PlatformFixture>
{
    // So rarely that what comes at all comes by itself.
    private static readonly ImportOptions Rarely = new() { SweepEvery = TimeSpan.FromHours(1) };
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task What_a_dead_node_left_goes_on_as_soon_as_its_lease_is_over()
    {
        await using var clerk = await Clerk.HireAsync(platform);
        var run = await ReadyToWriteAsync(clerk);
        await HoldAsync(clerk, run, Guid.CreateVersion7(), platform.Now.GetUtcNow().AddSeconds(2));

        await UntilAsync(clerk, run, ImportState.Applied);

        (await clerk.ViewAsync(run)).Written.Rows.ShouldBe(3);
    }

    [Fact]
    public async Task The_next_file_of_a_tenant_begins_when_the_one_before_is_done()
    {
        await using var clerk = await Clerk.HireAsync(platform);
        var first = await ReadyToWriteAsync(clerk);
        var second = await ReadyToWriteAsync(clerk, from: 10);

        await UntilAsync(clerk, second, ImportState.Applied);

        (await clerk.ViewAsync(first)).Run.State.ShouldBe(ImportState.Applied);
    }

    private static async Task<Guid> ReadyToWriteAsync(Clerk clerk, int from = 1)
    {
        var run = await clerk.CheckedAsync(Clerk.Dealers(3, from));
        (await clerk.Steer.ApplyAsync(run, null, default)).IsOk.ShouldBeTrue();
        return run;
    }

    private Task<int> HoldAsync(Clerk clerk, Guid run, Guid worker, DateTimeOffset until) => platform.InTenantAsync(
        clerk.Town.Tenant.Id,
        db => db.ImportRuns.Where(r => r.Id == run).ExecuteUpdateAsync(set => set.SetProperty(r => r.LeaseBy, worker).SetProperty(r => r.LeaseUntil, until)));

    private async Task UntilAsync(Clerk clerk, Guid run, ImportState state)
    {
        using var worker = ActivatorUtilities.CreateInstance<ImportWorker>(platform.Get<IServiceProvider>(), new Silence(), Options.Create(Rarely));
        await worker.StartAsync(default);
        var until = DateTimeOffset.UtcNow + Patience;
        while ((await clerk.ViewAsync(run)).Run.State != state)
        {
            DateTimeOffset.UtcNow.ShouldBeLessThan(until, "nobody went on with it");
            await Task.Delay(50);
        }

        await worker.StopAsync(default);
    }

    private sealed class Silence : ILiveBus
    {
        public IDisposable Subscribe(Guid tenantId, string topic, Func<string, Task> listener) => throw new NotSupportedException();

        public IDisposable SubscribeAll(string topic, Func<LiveMessage, Task> listener) => new CancellationTokenSource();

        public void Publish(LiveMessage message)
        {
        }
    }
}
