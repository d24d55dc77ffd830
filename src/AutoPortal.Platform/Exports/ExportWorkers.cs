using Microsoft.Extensions.DependencyInjection;

namespace AutoPortal.Platform.Exports;

/// <summary>Registers what writes exports.</summary>
public static class ExportWorkers
{
    /// <summary>Writes exports on this node; for serving nodes only.</summary>
    public static IServiceCollection AddExportWorker(this IServiceCollection services) => services.AddHostedService<ExportWorker>();
}
