using System.Collections.Concurrent;
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
    internal KnownBell Bell { get; } = new();

    protected override void Configure(IServiceCollection services)
    {
        services.AddSingleton(Host());
        services.AddSingleton<ITenantDirectory>(new KnownTenants());
        services.AddSingleton<ISeriesCatalogue>(new KnownSeries());
        services.AddSingleton<IOrganisation>(new KnownDealers());
        services.AddSingleton(Substitute.For<IPeopleDirectory>());
        services.AddSingleton<INotifier>(Bell);
    }

    public static IWebHostEnvironment Host()
    {
        var host = Substitute.For<IWebHostEnvironment>();
        host.WebRootFileProvider.Returns(new NullFileProvider());
        return host;
    }
}

/// <summary>Notices that rang a bell, of all tenants.</summary>
internal sealed class KnownBell : INotifier
{
    private readonly ConcurrentQueue<Notice> _rung = new();

    public IReadOnlyList<Notice> Of(Guid userId) => [.. _rung.Where(n => n.UserId == userId)];

    public Task NotifyAsync(IReadOnlyList<Notice> notices, CancellationToken ct)
    {
        foreach (var notice in notices)
        {
            _rung.Enqueue(notice);
        }

        return Task.CompletedTask;
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

/// <summary>Nine dealers, seven of them in Shanghai; one is closed.</summary>
public sealed class KnownDealers : IOrganisation
{
    public static readonly Guid East = IdOf(1);
    public static readonly Guid West = IdOf(2);
    private static readonly Guid Region = Guid.Parse("00000000-0000-7000-8000-0000000000aa");

    public static Guid IdOf(int number) => Guid.Parse($"00000000-0000-7000-8000-00000000000{number}");

    public Task<OrganisationTree> TreeAsync(CancellationToken ct) => Task.FromResult(new OrganisationTree([], [], [],
    [
        .. Enumerable.Range(1, 7).Select(i => Dealer(i, "上海", "上海", $"辰星上海{i}店")),
        Dealer(8, "江苏", "苏州", "辰星苏州店"),
        Dealer(9, "江苏", "南京", "辰星南京店") with { IsActive = false },
    ]));

    private static DealerFacts Dealer(int number, string province, string city, string name)
        => new(IdOf(number), Guid.Empty, Region, null, $"D{number}", name, province, city, "浦东新区", IsActive: true, AcceptsLeads: true, [], [], 0, new TimeOnly(9, 0), new TimeOnly(18, 30))
        {
            Address = $"世纪大道 {number} 号",
            Hotline = "400-820-0000",
        };
}
