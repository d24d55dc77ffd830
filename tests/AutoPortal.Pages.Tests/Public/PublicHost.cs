using System.Security.Cryptography;
using AutoPortal.Kernel;
using AutoPortal.Kernel.Messaging;
using AutoPortal.Kernel.Modules;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Pages.Contracts;
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
        var app = builder.Build();
        app.UseOutputCache();
        module.MapEndpoints(app);
        map?.Invoke(app);
        await app.StartAsync();
        var node = new PublicHost(app);
        await node.HearAsync();
        return node;
    }

    /// <summary>Waits until this node has heard every word sent so far: of its start, when it forgets all pages once, and of publications.</summary>
    public async Task HearAsync()
    {
        var bus = Get<ILiveBus>();
        var heard = new TaskCompletionSource();
        using var listening = bus.SubscribeAll("hello", word =>
        {
            if (word.Payload == "are you there")
            {
                heard.TrySetResult();
            }

            return Task.CompletedTask;
        });
        while (!heard.Task.IsCompleted)
        {
            bus.Publish(new LiveMessage(Ids.New(TimeProvider.System), "hello", "are you there"));
            await Task.WhenAny(heard.Task, Task.Delay(50));
        }
    }

    /// <summary>A tenant that this node knows, with one published page.</summary>
    public async Task<TenantFacts> PublishAsync(string identifier, NewPage page)
    {
        var known = Get<KnownTenants>();
        var tenant = await known.FindAsync(identifier, default) ?? new TenantFacts(Ids.New(TimeProvider.System), identifier, "辰星汽车", "oem", "#1f5eff", IsSuspended: false);
        known.Add(tenant);
        await AsHouseAsync(tenant, async publishing =>
        {
            var id = await publishing.CreateAsync(page, default);
            (await publishing.PublishAsync(id.Value, default)).IsOk.ShouldBeTrue();
        });
        await HearAsync();
        return tenant;
    }

    public Task AsHouseAsync(TenantFacts tenant, Func<IPagePublishing, Task> work)
        => Get<ScopeRunner>().RunAsync(tenant.Id, "test", (services, _) => work(services.GetRequiredService<IPagePublishing>()), default);

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();
}
