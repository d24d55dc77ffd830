using System.Security.Cryptography;
using AutoPortal.Kernel;
using AutoPortal.Kernel.Modules;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Pages.Contracts;
using AutoPortal.Pages.Public;
using AutoPortal.Platform.Contracts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AutoPortal.Pages.Tests.Public;

/// <summary>One serving node on the fixture's database.</summary>
public sealed class PublicHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private PublicHost(WebApplication app) => _app = app;

    public HttpClient Client() => _app.GetTestClient();

    public T Get<T>() where T : notnull => _app.Services.GetRequiredService<T>();

    public static async Task<PublicHost> StartAsync(PagesFixture pages, Action<WebApplication>? map = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Secrets:MasterKey"] = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)),
        });
        builder.Services.AddSingleton(pages.Database.Connections);
        builder.Services.AddKernel();
        builder.Services.AddKernelWorkers();
        var module = new PagesModule();
        module.AddServices(builder.Services, builder.Configuration);
        builder.Services.AddSingleton<KnownTenants>();
        builder.Services.AddSingleton<ITenantDirectory>(services => services.GetRequiredService<KnownTenants>());
        builder.Services.AddSingleton<ISeriesCatalogue>(new KnownSeries());
        builder.Services.AddSingleton<IOrganisation>(new KnownDealers());
        var app = builder.Build();
        app.UseDrawnPages();
        module.MapEndpoints(app);
        map?.Invoke(app);
        await app.StartAsync();
        var node = new PublicHost(app);
        // A node that begins to listen forgets all pages once.
        await WaitAsync(() => node.Get<PageGenerations>().Of(Guid.Empty, "").All > 0);
        return node;
    }

    /// <summary>Waits until this node has heard that a page changed: words of other topics may overtake this one.</summary>
    internal Task HearAsync(TenantFacts tenant, string page, PageGeneration before = default)
        => WaitAsync(() => Get<PageGenerations>().Of(tenant.Id, page).Page > before.Page);

    private static async Task WaitAsync(Func<bool> isThere)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (!isThere())
        {
            TimeProvider.System.GetElapsedTime(began).ShouldBeLessThan(TimeSpan.FromSeconds(30));
            await Task.Delay(5);
        }
    }

    /// <summary>A tenant that this node knows, with one published page.</summary>
    public async Task<TenantFacts> PublishAsync(string identifier, NewPage page)
    {
        var known = Get<KnownTenants>();
        var tenant = await known.FindAsync(identifier, default) ?? new TenantFacts(Ids.New(TimeProvider.System), identifier, "辰星汽车", "oem", "#1f5eff", IsSuspended: false);
        known.Add(tenant);
        var address = PublicPageWords.Of(page.PathKind, page.Slug);
        var before = Get<PageGenerations>().Of(tenant.Id, address);
        await AsHouseAsync(tenant, async publishing =>
        {
            var id = await publishing.CreateAsync(page, default);
            (await publishing.PublishAsync(id.Value, default)).IsOk.ShouldBeTrue();
        });
        await HearAsync(tenant, address, before);
        return tenant;
    }

    public Task AsHouseAsync(TenantFacts tenant, Func<IPagePublishing, Task> work)
        => Get<ScopeRunner>().RunAsync(tenant.Id, "test", (services, _) => work(services.GetRequiredService<IPagePublishing>()), default);

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();
}
