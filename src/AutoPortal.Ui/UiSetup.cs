using AutoPortal.Ui.Notices;
using AutoPortal.Ui.Shell;
using AutoPortal.Ui.Time;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace AutoPortal.Ui;

/// <summary>Registers what the shared components need.</summary>
public static class UiSetup
{
    /// <summary>Adds the services behind the shell, toasts and times. The host adds an <see cref="IShellUser"/> of its own.</summary>
    public static IServiceCollection AddUi(this IServiceCollection services, Action<ShellOptions>? shell = null)
    {
        services.AddLocalization();
        services.AddOptions<ShellOptions>();
        if (shell is not null)
        {
            services.Configure(shell);
        }

        services.TryAddSingleton(TimeProvider.System);
        services.TryAddScoped<Toasts>();
        services.TryAddScoped<MinuteTicker>();
        services.TryAddScoped<ShellNav>();
        return services;
    }

    /// <summary>Puts a component into a named place of the shell, such as the bell of the notifications.</summary>
    public static IServiceCollection AddShellSlot(this IServiceCollection services, ShellSlot slot, Type component)
        => services.AddSingleton(new ShellSlotFill(slot, component));
}
