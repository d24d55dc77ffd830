using System.Security.Cryptography;
using AutoPortal.Kernel;
using AutoPortal.Kernel.Data.Migrating;
using AutoPortal.Kernel.Messaging;
using AutoPortal.Kernel.Modules;
using AutoPortal.Testing.Postgres;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using Xunit;

namespace AutoPortal.Testing;

/// <summary>A real database with the schemas of the given modules alone, and a fresh tenant for each test.</summary>
public abstract class ModuleFixture(params IPortalModule[] modules) : IAsyncLifetime
{
    private TestDatabase _database = null!;
    private ServiceProvider _services = null!;

    /// <summary>The root services; a tenant's own come from <see cref="Tenant"/>.</summary>
    public IServiceProvider Services => _services;

    /// <summary>The database of this fixture.</summary>
    public TestDatabase Database => _database;

    /// <summary>Faked time may be put in here by a derived fixture.</summary>
    protected virtual TimeProvider Clock => TimeProvider.System;

    /// <summary>A fresh tenant, at HQ reach, with the given permissions.</summary>
    public TestTenant Tenant(params string[] permissions) => new(_services, Ids.New(TimeProvider.System), permissions);

    /// <summary>Fakes of what is outside the house, added after the modules' own.</summary>
    protected virtual void Configure(IServiceCollection services)
    {
    }

    public virtual async Task InitializeAsync()
    {
        var template = await TestCluster.TemplateAsync(GetType().Name.ToLowerInvariant(), async connections =>
        {
            await using var services = Build(connections);
            await services.GetRequiredService<DatabaseMigrator>().MigrateAsync(connections.PortalOwner, new NpgsqlConnectionStringBuilder(connections.Portal).Username!, CancellationToken.None);
        });
        _database = await TestCluster.CreateDatabaseAsync(template);
        _services = Build(_database.Connections);
    }

    public virtual async Task DisposeAsync()
    {
        await _services.DisposeAsync();
        await _database.DisposeAsync();
    }

    private ServiceProvider Build(Kernel.Postgres.PortalConnections connections)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Secrets:MasterKey"] = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)),
        }).Build();
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(configuration);
        services.AddSingleton(connections);
        services.AddSingleton(Clock);
        services.AddLogging(log => log.SetMinimumLevel(LogLevel.Warning));
        services.AddLocalization();
        services.AddKernel();
        foreach (var module in modules)
        {
            module.AddServices(services, configuration);
        }

        Configure(services);
        return services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true });
    }
}
