using System.Collections.Frozen;
using System.Net;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using AutoPortal.Kernel.Postgres;
using AutoPortal.Platform.Contracts;
using AutoPortal.Testing.Postgres;
using AutoPortal.Web.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AutoPortal.Web.Tests;

/// <summary>The whole program with the demonstration's two tenants, reached over HTTP.</summary>
public sealed partial class House : IAsyncLifetime
{
    public const string DemoPassword = "Demo-2026!";
    // One key for all houses: they are copies of one seeded database, and what it sealed only its key opens.
    private static readonly string Key = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
    private TestDatabase _database = null!;

    public WebApplication App { get; private set; } = null!;

    public string Url { get; private set; } = "";

    public PortalConnections Connections => _database.Connections;

    public TestDatabase Database => _database;

    /// <summary>Everything that was logged.</summary>
    public LogBook Log { get; } = new();

    public Task InitializeAsync() => InitializeAsync(TimeProvider.System);

    /// <summary>The house by another clock, for what changes from one day to the next.</summary>
    public async Task InitializeAsync(TimeProvider clock)
    {
        var template = await TestCluster.TemplateAsync("house", async connections =>
        {
            await using var app = PortalHost.Build(new PortalHostOptions(connections, Key) { IsServing = false, Environment = "Development" });
            await PortalHost.MigrateAsync(app.Services, connections, default);
            await Demonstration.SeedAsync(app.Services, default);
        });
        _database = await TestCluster.CreateDatabaseAsync(template);
        App = PortalHost.Build(new PortalHostOptions(_database.Connections, Key)
        {
            Environment = "Development",
            Urls = "http://127.0.0.1:0",
            Configure = builder =>
            {
                builder.Services.AddSingleton(clock);
                // All visitors of these tests share one address.
                builder.Configuration["Activities:PostsPerClientMinute"] = "100000";
                builder.Configuration["Imports:MaxFileMegabytes"] = "1";
                builder.Logging.AddProvider(Log).SetMinimumLevel(LogLevel.Debug);
            },
        });
        await App.StartAsync();
        Url = App.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
    }

    public async Task DisposeAsync()
    {
        await App.StopAsync();
        await App.DisposeAsync();
        await _database.DisposeAsync();
    }

    /// <summary>Somebody with a browser's cookies that follows no redirect by itself.</summary>
    public HttpClient Anonymous()
        => new(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = new Uri(Url) };

    /// <summary>The token of a form on a screen of somebody who is signed in.</summary>
    public static async Task<string> FormTokenAsync(HttpClient person, string screen)
        => Inputs().Matches(await person.GetStringAsync(screen)).Where(m => m.Groups["name"].Value == "__RequestVerificationToken").Select(m => WebUtility.HtmlDecode(m.Groups["value"].Value)).First();

    /// <summary>Signs in through the form.</summary>
    public async Task<HttpClient> SignedInAsync(string email)
    {
        var client = Anonymous();
        var form = await client.GetStringAsync("/signin");
        var fields = Inputs().Matches(form).ToDictionary(m => m.Groups["name"].Value, m => WebUtility.HtmlDecode(m.Groups["value"].Value), StringComparer.OrdinalIgnoreCase);
        fields["userName"] = email;
        fields["password"] = DemoPassword;
        var answer = await client.PostAsync("/signin", new FormUrlEncodedContent(fields));
        answer.StatusCode.ShouldBeOneOf(HttpStatusCode.Redirect, HttpStatusCode.SeeOther, HttpStatusCode.Found);
        return client;
    }

    public async Task<TenantFacts> TenantAsync(string identifier)
        => (await App.Services.GetRequiredService<ITenantDirectory>().FindAsync(identifier, default))!;

    [GeneratedRegex("<input(?=[^>]*name=\"(?<name>[^\"]+)\")(?:[^>]*value=\"(?<value>[^\"]*)\")?[^>]*>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Inputs();
}

/// <summary>Keeps every line that is logged, as it would be written.</summary>
public sealed class LogBook : ILoggerProvider, ILogger
{
    private readonly System.Collections.Concurrent.ConcurrentQueue<string> _lines = new();

    public IReadOnlyCollection<string> Lines => _lines;

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull
    {
        _lines.Enqueue(state.ToString() ?? "");
        return null;
    }

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        => _lines.Enqueue(formatter(state, exception) + exception);

    public void Dispose()
    {
    }
}

[CollectionDefinition(nameof(House))]
public sealed class HouseCollection : ICollectionFixture<House>;
