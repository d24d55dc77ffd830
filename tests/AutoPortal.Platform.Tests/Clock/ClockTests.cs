using System.Collections.Concurrent;
using AutoPortal.Kernel.Jobs;
using AutoPortal.Kernel.Modules;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Platform.Clock;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace AutoPortal.Platform.Tests.Clock;

public sealed class ClockTests(PlatformFixture platform) : IClassFixture<PlatformFixture>
{
    [Fact]
    public async Task Two_nodes_share_one_clock_and_every_tenant_gets_its_turn_in_its_own_scope()
    {
        var (one, other) = (await platform.BuildAsync(), await platform.BuildAsync());
        var runs = new ConcurrentDictionary<Guid, int>();
        var (atOnce, most) = (0, 0);
        var job = new JobEntry("test.count", TimeSpan.FromMilliseconds(200), async (services, ct) =>
        {
            most = Math.Max(most, Interlocked.Increment(ref atOnce));
            runs.AddOrUpdate(services.GetRequiredService<CurrentScope>().TenantId, 1, (_, count) => count + 1);
            await Task.Delay(20, ct);
            Interlocked.Decrement(ref atOnce);
            return false;
        });
        using var first = Node(job);
        using var second = Node(job);

        await first.StartAsync();
        await second.StartAsync();
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (runs.GetValueOrDefault(one.Tenant.Id) < 3 || runs.GetValueOrDefault(other.Tenant.Id) < 3)
        {
            await Task.Delay(50, limit.Token);
        }

        await first.StopAsync();
        await second.StopAsync();
        most.ShouldBe(1);
    }

    [Fact]
    public async Task A_tenant_with_much_to_do_does_not_make_the_others_wait_and_a_fault_of_one_stops_nobody()
    {
        var (busy, broken, quiet) = (await platform.BuildAsync(), await platform.BuildAsync(), await platform.BuildAsync());
        var order = new List<Guid>();
        var job = new JobEntry("test.order", TimeSpan.FromHours(1), (services, _) =>
        {
            var tenant = services.GetRequiredService<CurrentScope>().TenantId;
            order.Add(tenant);
            return tenant == broken.Tenant.Id ? throw new InvalidOperationException("broken") : Task.FromResult(tenant == busy.Tenant.Id && order.Count(t => t == tenant) < 5);
        });

        await platform.Get<JobRound>().RunAsync(job, default);

        order.Count(t => t == busy.Tenant.Id).ShouldBe(5);
        order.ShouldContain(quiet.Tenant.Id);
        order.IndexOf(quiet.Tenant.Id).ShouldBeLessThan(order.LastIndexOf(busy.Tenant.Id));
    }

    private IHost Node(JobEntry job)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddSingleton(platform.Database.Connections);
        builder.Services.AddLocalization();
        builder.Services.AddKernel();
        new PlatformModule().AddServices(builder.Services, new ConfigurationBuilder().Build());
        builder.Services.AddSingleton(job);
        builder.Services.AddClock();
        return builder.Build();
    }
}
