using System.Collections.Concurrent;
using AutoPortal.Kernel.Modules;
using AutoPortal.Pages.Contracts;
using AutoPortal.Platform.Contracts;
using AutoPortal.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace AutoPortal.Customers.Tests.Behaviour;

/// <summary>Customers alone on a real database; tenants and pages are told here.</summary>
public sealed class BehaviourFixture() : ModuleFixture(new CustomersModule())
{
    public const string Block = "hero-1";
    public const string Form = "sign-up-1";

    internal KnownPages Pages { get; } = new();

    internal MovableClock Time { get; } = new();

    protected override TimeProvider Clock => Time;

    /// <summary>A fresh tenant with an address and one published page.</summary>
    internal Town Town()
    {
        var tenant = Tenant(CustomersPermissions.Read, CustomersPermissions.ManageEvents);
        var town = new Town(tenant, $"t{tenant.Id:N}"[..20], Make.Id());
        Pages.Add(town);
        return town;
    }

    /// <summary>Puts the module on this fixture's database into another host, which is another node.</summary>
    internal void AddTo(IServiceCollection services)
    {
        services.AddSingleton(Database.Connections);
        services.AddSingleton<TimeProvider>(Time);
        services.AddKernel();
        new CustomersModule().AddServices(services, new ConfigurationBuilder().Build());
        Configure(services);
    }

    protected override void Configure(IServiceCollection services)
    {
        services.AddSingleton<ITenantDirectory>(Pages);
        services.AddSingleton<IPageShapes>(Pages);
    }
}

/// <summary>A tenant with a page that is made of two blocks.</summary>
internal sealed record Town(TestTenant Tenant, string Path, Guid PageId) : IAsyncDisposable
{
    public const int Version = 3;

    public ValueTask DisposeAsync() => Tenant.DisposeAsync();
}

/// <summary>Answers for Platform and Pages.</summary>
internal sealed class KnownPages : ITenantDirectory, IPageShapes
{
    private readonly ConcurrentDictionary<string, Town> _towns = new(StringComparer.Ordinal);

    public void Add(Town town) => _towns[town.Path] = town;

    public ValueTask<TenantFacts?> FindAsync(string identifier, CancellationToken ct)
        => ValueTask.FromResult(_towns.TryGetValue(identifier, out var town) ? Facts(town) : null);

    public ValueTask<TenantFacts?> FindAsync(Guid tenantId, CancellationToken ct)
        => ValueTask.FromResult(_towns.Values.Where(t => t.Tenant.Id == tenantId).Select(Facts).FirstOrDefault());

    public ValueTask<IReadOnlyList<TenantFacts>> ListAsync(CancellationToken ct) => ValueTask.FromResult<IReadOnlyList<TenantFacts>>([.. _towns.Values.Select(Facts)]);

    // As Pages answers, only within the scope's tenant; each test's page is known by its id alone.
    public Task<PageShape?> FindAsync(Guid pageId, int version, CancellationToken ct)
        => Task.FromResult(version == Town.Version && _towns.Values.Any(t => t.PageId == pageId)
            ? new PageShape(pageId, version, [new(BehaviourFixture.Block, "hero"), new(BehaviourFixture.Form, "sign_up")])
            : null);

    public Task<IReadOnlyList<PageShape>> ListPublishedAsync(CancellationToken ct) => Task.FromResult<IReadOnlyList<PageShape>>([]);

    private static TenantFacts Facts(Town town) => new(town.Tenant.Id, town.Path, "辰星汽车", "oem", "#1f5eff", false);
}
