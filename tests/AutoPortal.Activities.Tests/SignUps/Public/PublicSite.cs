using System.Net;
using AutoPortal.Activities.SignUps.Public;
using AutoPortal.Kernel.Tenancy;
using AutoPortal.Pages.Contracts;
using AutoPortal.Platform.Contracts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AutoPortal.Activities.Tests.SignUps.Public;

/// <summary>The module's public endpoints on a real socket; the page around the form is told back as a few words.</summary>
internal sealed class PublicSite(WebApplication app, HttpClient client) : IAsyncDisposable
{
    public FormSeals Seals => app.Services.GetRequiredService<FormSeals>();

    public static async Task<PublicSite> OpenAsync(ActivitiesFixture fixture, ActivitiesOptions? options = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddTenantRoutes();
        fixture.AddTo(builder.Services);
        builder.Services.AddScoped<IPublicPages, ToldPages>();
        if (options is not null)
        {
            builder.Services.AddSingleton(Microsoft.Extensions.Options.Options.Create(options));
        }

        var app = builder.Build();
        new ActivitiesModule().MapEndpoints(app);
        await app.StartAsync();
        var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new Uri(app.Urls.First()) };
        return new(app, client);
    }

    public Task<HttpResponseMessage> PostAsync(string path, Dictionary<string, string> form, params (string Name, string Value)[] headers)
        => SendAsync(path, new FormUrlEncodedContent(form), headers);

    /// <summary>As the page's script posts, in parts, or as a browser without script does.</summary>
    public Task<HttpResponseMessage> PostAsync(string path, Dictionary<string, string> form, bool isOfScript, bool asJson)
    {
        var parts = new MultipartFormDataContent();
        foreach (var (name, value) in form)
        {
            parts.Add(new StringContent(value), name);
        }

        return SendAsync(path, isOfScript ? parts : new FormUrlEncodedContent(form), ("Accept", asJson ? "application/json" : "text/html"));
    }

    public async Task<HttpResponseMessage> SendAsync(string path, HttpContent content, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = content };
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await client.SendAsync(request);
    }

    /// <summary>As a browser without script asks or posts, with at most one cookie.</summary>
    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string? cookie, params (string Name, string Value)[] form)
    {
        using var request = new HttpRequestMessage(method, path);
        if (cookie is not null)
        {
            request.Headers.TryAddWithoutValidation("Cookie", cookie);
        }

        if (method == HttpMethod.Post)
        {
            request.Content = new FormUrlEncodedContent(form.Select(f => KeyValuePair.Create(f.Name, f.Value)));
        }

        return await client.SendAsync(request);
    }

    public Task<HttpResponseMessage> GetAsync(string path) => client.GetAsync(path);

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await app.DisposeAsync();
    }

    /// <summary>Stands for the page: what the block would be given, one word a line.</summary>
    private sealed class ToldPages : IPublicPages
    {
        public Task<IResult> RenderAsync(HttpContext http, string pathKind, string slug, IEnumerable<object> inputs, int statusCode, CancellationToken ct)
            => Task.FromResult(Results.Text(string.Join('\n', inputs.Select(Tell).Append($"page={pathKind}/{slug}")), statusCode: statusCode));

        public IResult NotFound(HttpContext http) => Results.NotFound();

        private static string Tell(object input) => input is SignUpFormState state
            ? string.Join('\n', [$"message={state.Message?.Code}", .. state.Errors.Select(e => $"error:{e.Key}={e.Value.Code}"), .. state.Typed.Select(t => $"typed:{t.Key}={t.Value}")])
            : input.ToString() ?? "";
    }
}
