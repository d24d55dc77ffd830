using Microsoft.Extensions.DependencyInjection;

namespace AutoPortal.Kernel.Navigation;

/// <summary>Registers what a module adds to the navigation.</summary>
public static class NavServices
{
    /// <summary>Adds entries; the shell shows each person those that they may open.</summary>
    public static IServiceCollection AddNav(this IServiceCollection services, params ReadOnlySpan<NavEntry> entries)
    {
        foreach (var entry in entries)
        {
            services.AddSingleton(entry);
        }

        return services;
    }
}
