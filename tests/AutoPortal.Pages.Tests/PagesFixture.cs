using AutoPortal.Pages.Contracts;
using AutoPortal.Platform.Contracts;
using AutoPortal.Testing;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using NSubstitute;

namespace AutoPortal.Pages.Tests;

public class PagesFixture() : ModuleFixture(new PagesModule())
{
    protected override void Configure(IServiceCollection services)
    {
        services.AddSingleton(Host());
        services.AddSingleton<ITenantDirectory>(new KnownTenants());
        services.AddSingleton<ISeriesCatalogue>(new KnownSeries());
    }

    public static IWebHostEnvironment Host()
    {
        var host = Substitute.For<IWebHostEnvironment>();
        host.WebRootFileProvider.Returns(new NullFileProvider());
        return host;
    }
}

/// <summary>Stands for Platform: tenants are whatever a test puts in.</summary>
public sealed class KnownTenants : ITenantDirectory
{
    private readonly Dictionary<string, TenantFacts> _tenants = new(StringComparer.Ordinal);

    public void Add(TenantFacts tenant) => _tenants[tenant.Identifier] = tenant;

    public ValueTask<TenantFacts?> FindAsync(string identifier, CancellationToken ct) => ValueTask.FromResult(_tenants.GetValueOrDefault(identifier));

    public ValueTask<TenantFacts?> FindAsync(Guid tenantId, CancellationToken ct) => ValueTask.FromResult(_tenants.Values.FirstOrDefault(t => t.Id == tenantId));

    public ValueTask<IReadOnlyList<TenantFacts>> ListAsync(CancellationToken ct) => ValueTask.FromResult<IReadOnlyList<TenantFacts>>([.. _tenants.Values]);
}

/// <summary>Stands for Platform: a brand's catalogue, one of its series no longer sold.</summary>
public sealed class KnownSeries : ISeriesCatalogue
{
    public Task<IReadOnlyList<SeriesFacts>> ListAsync(CancellationToken ct) => Task.FromResult<IReadOnlyList<SeriesFacts>>(
    [
        Series("ce3", "晨动 CE3", "Chendong CE3", "hatchback", "electric", 9_980_000),
        Series("cold", "旧款", "Old one", "sedan", "fuel", 1, isOnSale: false),
        Series("cx7", "晨岳 CX7", "Chenyue CX7", "suv", "plug_in", 16_980_000),
    ]);

    private static SeriesFacts Series(string code, string name, string nameEn, string body, string energy, long fen, bool isOnSale = true)
        => new(Guid.Empty, Guid.Empty, code, name, nameEn, body, energy, fen, isOnSale);
}

/// <summary>The same with a time that a test moves on.</summary>
public sealed class TimedPagesFixture : PagesFixture
{
    public MovableClock Time { get; } = new();

    protected override TimeProvider Clock => Time;
}
