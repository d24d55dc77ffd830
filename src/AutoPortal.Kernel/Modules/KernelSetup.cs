using AutoPortal.Kernel.Audit;
using AutoPortal.Kernel.Data;
using AutoPortal.Kernel.Data.Migrating;
using AutoPortal.Kernel.Files;
using AutoPortal.Kernel.Files.Data;
using AutoPortal.Kernel.Messaging;
using AutoPortal.Kernel.Postgres;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Kernel.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Npgsql;

namespace AutoPortal.Kernel.Modules;

/// <summary>Registers the kernel.</summary>
public static class KernelSetup
{
    /// <summary>Everything but the background workers, which verbs never run.</summary>
    public static IServiceCollection AddKernel(this IServiceCollection services)
    {
        services.AddLogging();
        services.AddMetrics();
        services.TryAddSingleton(TimeProvider.System);
        services.AddScoped<CurrentScope>();
        services.AddScoped<CurrentUser>();
        services.AddSingleton<ScopeRunner>();
        services.AddSingleton(provider =>
        {
            var connections = provider.GetRequiredService<PortalConnections>();
            return new NpgsqlDataSourceBuilder(connections.Portal).Build();
        });
        services.AddSingleton<PhoneVault>();
        services.AddSingleton<PortalMetrics>();
        services.AddSingleton<CommitSignals>();
        services.AddSingleton(provider => new OutboxWakeUp(provider.GetRequiredService<CommitSignals>()));
        services.AddSingleton<OutboxWork>();
        services.AddSingleton<OutboxPump>();
        services.AddSingleton<EventRoutes>();
        services.AddSingleton<Listener>();
        services.AddSingleton(provider => new LiveConnection(provider.GetRequiredService<Listener>()));
        services.AddSingleton<ILiveBus>(provider => provider.GetRequiredService<Listener>());
        services.AddScoped<DeadLetters>();
        services.AddScoped<AuditSearch>();
        services.AddModuleDb<FilesDb>(FilesDb.Schema);
        services.AddScoped(provider => new FileStore(provider.GetRequiredService<IDbContextFactory<FilesDb>>(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<TenancyPolicies>();
        services.AddSingleton<DatabaseMigrator>();
        services.AddSingleton(new SharedTable("schema_state", "One line about the whole database: which build it was migrated by.", "select"));
        services.AddOptions<OutboxOptions>().BindConfiguration("Outbox").ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<SecretsOptions>().BindConfiguration("Secrets");
        return services;
    }

    /// <summary>Delivery, notification and listening: for serving nodes only.</summary>
    public static IServiceCollection AddKernelWorkers(this IServiceCollection services)
    {
        services.AddHostedService(provider => provider.GetRequiredService<Listener>());
        services.AddHostedService<Notifier>();
        services.AddHostedService<OutboxDelivery>();
        return services;
    }

    /// <summary>Registers a handler; it is made anew, in the tenant's scope, for each batch.</summary>
    public static IServiceCollection AddHandler<TEvent, THandler>(this IServiceCollection services)
        where TEvent : IntegrationEvent
        where THandler : class, IHandle<TEvent>
    {
        services.TryAddScoped<THandler>();
        services.AddSingleton<EventRoute, EventRoute<TEvent, THandler>>();
        return services;
    }

    /// <summary>Declares what the module checks.</summary>
    public static IServiceCollection AddPermissions<TTexts>(this IServiceCollection services, params string[] codes)
    {
        foreach (var code in codes)
        {
            services.AddSingleton(new Permission(code, typeof(TTexts)));
        }

        return services;
    }
}
