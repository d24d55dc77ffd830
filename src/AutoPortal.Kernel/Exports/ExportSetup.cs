using Microsoft.Extensions.DependencyInjection;

namespace AutoPortal.Kernel.Exports;

/// <summary>Registers lists that can be taken away as files.</summary>
public static class ExportSetup
{
    /// <summary>Registers a list; it is made anew in each scope.</summary>
    public static IServiceCollection AddExportList<TList>(this IServiceCollection services) where TList : class, IExportList
        => services.AddScoped<IExportList, TList>();
}
