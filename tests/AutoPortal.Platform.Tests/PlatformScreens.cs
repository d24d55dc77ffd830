using System.Globalization;
using AutoPortal.Ui;
using AutoPortal.Ui.Notices;
using AutoPortal.Ui.Shell;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace AutoPortal.Platform.Tests;

/// <summary>Renders screens as a reader with a live circuit sees them, over the real queries and use cases of a member's scope.</summary>
internal sealed class PlatformScreens : BunitContext
{
    public PlatformScreens(Visitor visitor, TimeProvider clock)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("zh-CN");
        // A busy machine is no reason to fail.
        DefaultWaitTimeout = TimeSpan.FromSeconds(15);
        JSInterop.Mode = JSRuntimeMode.Loose;
        JSInterop.SetupModule("./_content/AutoPortal.Platform/Organisation/OrganisationTreeView.razor.js").Mode = JSRuntimeMode.Loose;
        Services.AddSingleton(clock);
        Services.AddSingleton<IShellUser>(new Person());
        Services.AddUi();
        Services.AddFallbackServiceProvider(visitor.Get<IServiceProvider>());
        // Asking for the renderer closes the list of services, so it comes last.
        SetRendererInfo(new RendererInfo("Server", isInteractive: true));
    }

    public IReadOnlyList<string> Said => [.. Services.GetRequiredService<Toasts>().Shown.Select(t => t.Text)];

    private sealed class Person : IShellUser
    {
        public string Name => "测试员";

        public string? Role => null;

        public string Key => "person|scope";

        public bool May(string permission) => true;
    }
}
