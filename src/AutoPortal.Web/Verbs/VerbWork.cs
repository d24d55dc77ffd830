using AutoPortal.Kernel.Postgres;
using AutoPortal.Web.Hosting;

namespace AutoPortal.Web.Verbs;

/// <summary>What every verb opens and lets go again: the database and a host around it.</summary>
internal sealed class VerbWork : IAsyncDisposable
{
    private VerbWork(PortalEnvironment environment, WebApplication app)
    {
        Environment = environment;
        App = app;
    }

    public PortalEnvironment Environment { get; }

    public WebApplication App { get; }

    public static async Task<VerbWork> OpenAsync(bool isServing, string? urls, CancellationToken ct)
    {
        var configuration = new ConfigurationBuilder().AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), optional: true).AddEnvironmentVariables().Build();
        PortalEnvironment environment;
        try
        {
            environment = await PortalEnvironment.OpenAsync(configuration, Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance, ct);
        }
        catch (EmbeddedPostgresException fault)
        {
            throw new VerbRefusedException(fault.Message);
        }

        try
        {
            var app = PortalHost.Build(new PortalHostOptions(environment.Connections, environment.MasterKey) { IsServing = isServing, Urls = urls });
            return new VerbWork(environment, app);
        }
        catch
        {
            await environment.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        await Environment.DisposeAsync();
    }
}
