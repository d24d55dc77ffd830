using AutoPortal.Kernel.Data.Migrating;
using AutoPortal.Kernel.Modules;
using AutoPortal.Kernel.Postgres;
using AutoPortal.Kernel.Security;
using AutoPortal.Platform.Clock;
using AutoPortal.Platform.Exports;
using AutoPortal.Platform.Imports;
using Npgsql;

namespace AutoPortal.Web.Hosting;

/// <summary>How a host is put together; tests build the very host that serves.</summary>
/// <param name="Connections">The three logins.</param>
/// <param name="MasterKey">Key of an embedded home, or null where configuration brings it.</param>
internal sealed record PortalHostOptions(PortalConnections Connections, string? MasterKey)
{
    /// <summary>Whether this node serves and works; verbs run neither schedulers nor delivery.</summary>
    public bool IsServing { get; init; } = true;

    /// <summary>Name of the environment; null asks the process.</summary>
    public string? Environment { get; init; }

    /// <summary>Addresses to serve on.</summary>
    public string? Urls { get; init; }

    /// <summary>Last changes to the builder, for tests.</summary>
    public Action<WebApplicationBuilder>? Configure { get; init; }
}

/// <summary>Builds the host: one line per module, then the order in which a request meets the walls.</summary>
internal static class PortalHost
{
    public const string DefaultUrls = "http://localhost:5080";

    public static string EnvironmentName(IConfiguration configuration)
        => configuration["ASPNETCORE_ENVIRONMENT"] ?? configuration["DOTNET_ENVIRONMENT"]
            ?? (configuration.GetConnectionString("Portal") is { Length: > 0 } ? Environments.Production : Environments.Development);

    public static WebApplication Build(PortalHostOptions options)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            EnvironmentName = options.Environment ?? EnvironmentName(new ConfigurationBuilder().AddEnvironmentVariables().Build()),
            ApplicationName = typeof(PortalHost).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
            WebRootPath = WebRoot(),
        });
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.UseUrls(options.Urls ?? builder.Configuration["urls"] ?? DefaultUrls);
        builder.Logging.ClearProviders().AddSimpleConsole(console => console.SingleLine = true);
        builder.Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);

        if (!options.IsServing)
        {
            // A verb says its result, or one line about why not.
            builder.Logging.AddFilter((_, level) => level >= LogLevel.Warning);
        }

        builder.Services.AddSingleton(options.Connections);
        builder.Services.AddKernel();
        if (options.MasterKey is { } key)
        {
            builder.Services.PostConfigure<SecretsOptions>(secrets => secrets.MasterKey = secrets.MasterKey.Length > 0 ? secrets.MasterKey : key);
        }

        foreach (var module in PortalModules.All)
        {
            module.AddServices(builder.Services, builder.Configuration);
        }

        builder.AddPortalWeb();
        if (options.IsServing)
        {
            builder.Services.AddKernelWorkers();
            builder.Services.AddClock();
            builder.Services.AddImportWorker();
            builder.Services.AddExportWorker();
        }

        options.Configure?.Invoke(builder);
        var app = builder.Build();
        app.UsePortalWeb();
        return app;
    }

    /// <summary>Brings the schema forward where an owner login is known; says in one line what is wrong otherwise.</summary>
    public static async Task MigrateAsync(IServiceProvider services, PortalConnections connections, CancellationToken ct)
    {
        if (connections.PortalOwner.Length > 0)
        {
            var role = new NpgsqlConnectionStringBuilder(connections.Portal).Username ?? "portal_app";
            await services.GetRequiredService<DatabaseMigrator>().MigrateAsync(connections.PortalOwner, role, ct);
        }
    }

    // A build serves the sources' wwwroot through its manifest; a published portal has its own beside it.
    private static string? WebRoot()
        => Directory.Exists(Path.Combine(AppContext.BaseDirectory, "wwwroot")) ? Path.Combine(AppContext.BaseDirectory, "wwwroot") : null;
}
