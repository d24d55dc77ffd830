using System.Security.Cryptography;
using AutoPortal.Kernel.Postgres;
using AutoPortal.Testing.Postgres;
using AutoPortal.Web.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

namespace AutoPortal.E2E;

/// <summary>The real program on a free port, with the demonstration in a database of its own.</summary>
public sealed class Portal : IAsyncLifetime
{
    private static readonly string MasterKey = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
    private readonly List<WebApplication> _nodes = [];
    private TestDatabase _database = null!;

    /// <summary>Address of the first node.</summary>
    public string Url { get; private set; } = "";

    public PortalConnections Connections => _database.Connections;

    public TestDatabase Database => _database;

    /// <summary>Key of this run; a process of its own gets it by its environment.</summary>
    public static string Key => MasterKey;

    public IServiceProvider Services => _nodes[0].Services;

    public async Task InitializeAsync()
    {
        var template = await TestCluster.TemplateAsync("demo", async connections =>
        {
            await using var app = Build(connections, isServing: false);
            await PortalHost.MigrateAsync(app.Services, connections, default);
            await Demonstration.SeedAsync(app.Services, default);
        });
        _database = await TestCluster.CreateDatabaseAsync(template);
        Url = await AddNodeAsync();
    }

    /// <summary>Starts a further node on the same database.</summary>
    public async Task<string> AddNodeAsync()
    {
        var app = Build(_database.Connections, isServing: true);
        await app.StartAsync();
        _nodes.Add(app);
        return app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
    }

    public async Task DisposeAsync()
    {
        foreach (var node in _nodes)
        {
            await node.StopAsync();
            await node.DisposeAsync();
        }

        await _database.DisposeAsync();
    }

    private static WebApplication Build(PortalConnections connections, bool isServing)
        => PortalHost.Build(new PortalHostOptions(connections, MasterKey)
        {
            IsServing = isServing,
            Environment = "Development",
            Urls = "http://127.0.0.1:0",
            // Everybody in these journeys shares one address.
            Configure = builder =>
            {
                builder.Configuration["Channels:CodesPerClientHour"] = "100000";
                builder.Configuration["Activities:PostsPerClientMinute"] = "100000";
            },
        });
}
