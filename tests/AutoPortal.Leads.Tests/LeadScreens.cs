using System.Globalization;
using AutoPortal.Kernel.Messaging;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Leads.List;
using AutoPortal.Testing;
using AutoPortal.Ui;
using AutoPortal.Ui.Notices;
using AutoPortal.Ui.Shell;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace AutoPortal.Leads.Tests;

/// <summary>Renders the screens of leads as a reader with a live circuit sees them, over the real queries and use cases of a person's scope.</summary>
internal sealed class LeadScreens : BunitContext
{
    // A screen waits for a real database, on machines that build beside it: a second is not enough for the first one.
    static LeadScreens() => DefaultWaitTimeout = TimeSpan.FromSeconds(30);

    public LeadScreens(TestTenant person, TimeProvider clock, string language = "zh-CN")
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddSingleton(clock);
        Services.AddSingleton<IShellUser>(new Person(person.Facts.UserName));
        Services.AddUi();
        Services.AddSingleton<ILiveBus>(Live);
        Services.AddScoped(own => new LeadWatch(Live, person.Get<CurrentScope>(), person.Get<LeadQueries>(), own.GetRequiredService<Toasts>(), clock, own.GetRequiredService<IStringLocalizer<LeadTexts>>()));
        Services.AddFallbackServiceProvider(person.Get<IServiceProvider>());
        // Asking for the renderer closes the list of services, so it comes last.
        SetRendererInfo(new RendererInfo("Server", isInteractive: true));
    }

    public HeldBus Live { get; } = new();

    public NavigationManager Navigation => Services.GetRequiredService<NavigationManager>();

    public IStringLocalizer<LeadTexts> Words => Services.GetRequiredService<IStringLocalizer<LeadTexts>>();

    public IReadOnlyList<string> Said => [.. Services.GetRequiredService<Toasts>().Shown.Select(t => t.Text)];

    private sealed class Person(string name) : IShellUser
    {
        public string Name => name;

        public string? Role => null;

        public string Key => "person|scope";

        public bool May(string permission) => true;
    }
}

/// <summary>A live bus whose words a test says.</summary>
internal sealed class HeldBus : ILiveBus
{
    private readonly List<(string Topic, Func<string, Task> Listener)> _listeners = [];

    public IReadOnlyList<string> Topics => [.. _listeners.Select(l => l.Topic)];

    public async Task SayAsync(string topic, string word)
    {
        foreach (var (_, listener) in _listeners.Where(l => l.Topic == topic).ToList())
        {
            await listener(word);
        }
    }

    public IDisposable Subscribe(Guid tenantId, string topic, Func<string, Task> listener)
    {
        var entry = (topic, ListenerCulture.Keep(listener));
        _listeners.Add(entry);
        return new Leaving(() => _listeners.Remove(entry));
    }

    public IDisposable SubscribeAll(string topic, Func<LiveMessage, Task> listener) => new Leaving(() => { });

    public void Publish(LiveMessage message)
    {
    }

    private sealed class Leaving(Action leave) : IDisposable
    {
        public void Dispose() => leave();
    }
}
