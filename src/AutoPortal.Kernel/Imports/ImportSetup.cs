using Microsoft.Extensions.DependencyInjection;

namespace AutoPortal.Kernel.Imports;

/// <summary>Registers kinds of imports.</summary>
public static class ImportSetup
{
    /// <summary>Registers a kind; it is made anew in each scope.</summary>
    public static IServiceCollection AddImportKind<TKind>(this IServiceCollection services) where TKind : class, IImportKind
        => services.AddScoped<IImportKind, TKind>();
}
