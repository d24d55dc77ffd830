using AutoPortal.Customers.Identify;
using AutoPortal.Kernel.Modules;

namespace AutoPortal.Customers.Demo;

/// <summary>Knows the people behind the demonstration's sign-ups; runs right after those were seeded.</summary>
internal sealed class DemoCustomers(RebuildCustomers rebuild) : IDemoSeed
{
    public int Order => 55;

    public Task SeedAsync(CancellationToken ct) => rebuild.RunAsync(ct);
}
