using Microsoft.Extensions.DependencyInjection;

namespace AutoPortal.Platform.Imports;

/// <summary>Registers what runs imports.</summary>
public static class ImportWorkers
{
    /// <summary>Runs imports on this node; for serving nodes only.</summary>
    public static IServiceCollection AddImportWorker(this IServiceCollection services) => services.AddHostedService<ImportWorker>();
}
