using System.Globalization;
using AutoPortal.Kernel.Navigation;
using AutoPortal.Ui.Shell;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace AutoPortal.Ui.Tests;

/// <summary>Renders shared components as a Chinese reader with a live circuit sees them.</summary>
public abstract class UiContext : BunitContext
{
    protected UiContext(params NavEntry[] nav)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("zh-CN");
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddSingleton<TimeProvider>(Clock);
        Services.AddSingleton<IShellUser>(User);
        Services.AddUi().AddNav(nav);
        // Asking for the renderer closes the list of services, so it comes last.
        SetRendererInfo(new RendererInfo("Server", isInteractive: true));
    }

    internal ManualClock Clock { get; } = new(new DateTimeOffset(2026, 11, 22, 2, 0, 0, TimeSpan.Zero));

    internal FakeUser User { get; } = new();

    protected NavigationManager Navigation => Services.GetRequiredService<NavigationManager>();

    internal sealed class FakeUser : IShellUser
    {
        public string Name => "李思远";

        public string? Role => null;

        public string Key => "user-1|region-2";

        public HashSet<string> Permissions { get; } = [];

        public bool May(string permission) => Permissions.Contains(permission);
    }
}
