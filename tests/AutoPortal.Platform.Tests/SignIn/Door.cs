using System.Net;
using System.Text.RegularExpressions;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Platform.Scopes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AutoPortal.Platform.Tests.SignIn;

/// <summary>The staff door over HTTP, on a port of its own and the fixture's database: sign-in pages, cookie, scope.</summary>
internal sealed partial class Door : IAsyncDisposable
{
    private readonly WebApplication _app;

    private Door(WebApplication app) => _app = app;

    public static async Task<Door> OpenAsync(PlatformFixture platform)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Configuration.AddConfiguration(platform.Get<IConfiguration>());
        builder.Services.AddSingleton(platform.Database.Connections);
        builder.Services.AddSingleton<TimeProvider>(platform.Now);
        Kernel.Modules.KernelSetup.AddKernel(builder.Services);
        new PlatformModule().AddServices(builder.Services, builder.Configuration);
        Ui.UiSetup.AddUi(builder.Services);
        builder.Services.AddRazorComponents();
        builder.Services.AddAntiforgery();
        builder.Services.AddStaffAuthentication();
        var app = builder.Build();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseStaffScope();
        app.UseAntiforgery();
        new PlatformModule().MapEndpoints(app);
        app.MapGet("/app/whoami", (CurrentScope scope) => $"{scope.TenantIdentifier}/{scope.Reach}/{scope.DealerIds.Count}/{scope.Facts.Origin}");
        app.MapGet("/api/whoami", (CurrentScope scope) => scope.TenantIdentifier);
        app.MapGet("/elsewhere", (CurrentScope scope) => scope.IsEntered ? "entered" : "nobody");
        await app.StartAsync();
        return new Door(app);
    }

    public Guest Visit() => new(new Uri(_app.Urls.First()));

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    /// <summary>A browser without script.</summary>
    internal sealed partial class Guest : IDisposable
    {
        private readonly HttpClient _http;

        public Guest(Uri address)
            => _http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = address };

        public Task<HttpResponseMessage> GetAsync(string path) => _http.GetAsync(new Uri(path, UriKind.Relative));

        public async Task<HttpResponseMessage> PostAsync(string path, params (string Name, string Value)[] fields)
        {
            using var form = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));
            return await _http.PostAsync(new Uri(path, UriKind.Relative), form);
        }

        public async Task<string> TokenAsync(string page = PlatformRoutes.SignIn)
            => Token().Match(await (await GetAsync(page)).Content.ReadAsStringAsync()).Groups["value"].Value;

        public async Task<HttpResponseMessage> SignInAsync(string name, string password, string returnUrl = PlatformRoutes.Home)
            => await PostAsync(PlatformRoutes.SignIn, ("__RequestVerificationToken", await TokenAsync()), ("userName", name), ("password", password), ("returnUrl", returnUrl));

        public void Dispose() => _http.Dispose();

        [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"(?<value>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
        private static partial Regex Token();
    }
}
