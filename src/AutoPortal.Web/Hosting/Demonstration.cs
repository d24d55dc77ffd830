using AutoPortal.Kernel.Modules;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Platform.Contracts;
using AutoPortal.Platform.Demo;

namespace AutoPortal.Web.Hosting;

/// <summary>The lively demonstration: two tenants, so that the walls between them can be seen too.</summary>
internal static class Demonstration
{
    public static async Task SeedWhereEmptyAsync(IServiceProvider services, CancellationToken ct)
    {
        if ((await services.GetRequiredService<ITenantDirectory>().ListAsync(ct)).Count == 0)
        {
            await SeedAsync(services, ct);
        }
    }

    /// <summary>Makes what is missing; a tenant that was seeded before stays as it is.</summary>
    public static async Task SeedAsync(IServiceProvider services, CancellationToken ct)
    {
        foreach (var tenant in await services.GetRequiredService<DemoTenants>().EnsureAsync(ct))
        {
            var facts = new ScopeFacts(tenant.Id, tenant.Identifier, Reach.System) { UserName = "demo", Origin = "seed" };
            for (var step = 0; step < Steps(services); step++)
            {
                // A scope for each step, so that one step's caches are not taken for the next one's truth.
                var place = step;
                await services.GetRequiredService<ScopeRunner>().RunAsync(facts, (provider, stop) => provider.GetServices<IDemoSeed>().OrderBy(s => s.Order).ElementAt(place).SeedAsync(stop), ct);
            }
        }
    }

    public static async Task<IReadOnlyList<string>> SignInsAsync(IServiceProvider services, string address, CancellationToken ct)
        => await services.GetRequiredService<DemoTenants>().HasSignInsAsync(ct)
            ? [
                $"  Activity page   {address}/chenxing/a/autumn-test-drive",
                $"  Captured SMS    {address}/dev/outbox",
                $"  Demo sign-ins   password {DemoTenants.Password}",
                .. DemoTenants.SignInNames.Select(name => $"    {name}"),
            ]
            : [];

    /// <summary>Why a production start is refused, or null.</summary>
    public static async Task<string?> FindFaultAsync(IServiceProvider services, CancellationToken ct)
        => await services.GetRequiredService<DemoTenants>().HasSignInsAsync(ct)
            ? "This database holds demo sign-ins with a known password. Production needs a database without the demonstration: migrate an empty one, then use tenant create."
            : null;

    private static int Steps(IServiceProvider services)
    {
        using var scope = services.CreateScope();
        return scope.ServiceProvider.GetServices<IDemoSeed>().Count();
    }
}
