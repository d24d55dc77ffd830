using System.Net;
using System.Text;
using System.Text.Json;
using AutoPortal.Kernel.Tenancy;
using AutoPortal.Pages.Contracts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AutoPortal.Customers.Tests.Behaviour;

/// <summary>One node of the portal with its collecting address on a real socket.</summary>
internal sealed class CollectNode(WebApplication app, HttpClient client) : IAsyncDisposable
{
    public static async Task<CollectNode> OpenAsync(BehaviourFixture fixture, CustomersOptions? options = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddTenantRoutes();
        fixture.AddTo(builder.Services);
        builder.Services.AddScoped<IPublicPages, NoPages>();
        if (options is not null)
        {
            builder.Services.AddSingleton(Microsoft.Extensions.Options.Options.Create(options));
        }

        var app = builder.Build();
        new CustomersModule().MapEndpoints(app);
        await app.StartAsync();
        return new(app, new HttpClient { BaseAddress = new Uri(app.Urls.First()) });
    }

    public Task<HttpStatusCode> TellAsync(Town town, params object[] events) => PostAsync(town.Path, JsonSerializer.Serialize(Told.Batch(town, events)));

    public async Task<HttpStatusCode> PostAsync(string tenant, string body, params (string Name, string Value)[] headers)
        => await PostAsync(tenant, Encoding.UTF8.GetBytes(body), headers);

    public async Task<HttpStatusCode> PostAsync(string tenant, byte[] body, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/{tenant}/collect") { Content = new ByteArrayContent(body) };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", "text/plain;charset=UTF-8");
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var answer = await client.SendAsync(request);
        return answer.StatusCode;
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await app.DisposeAsync();
    }

    private sealed class NoPages : IPublicPages
    {
        public Task<IResult> RenderAsync(HttpContext http, string pathKind, string slug, IEnumerable<object> inputs, int statusCode, CancellationToken ct) => Task.FromResult(Results.NotFound());

        public IResult NotFound(HttpContext http) => Results.NotFound();
    }
}

/// <summary>Events as the page's script tells them.</summary>
internal static class Told
{
    public static Dictionary<string, object?> Batch(Town town, IReadOnlyList<object> events, Guid? visitor = null, long? sentAt = null) => new(StringComparer.Ordinal)
    {
        ["page"] = town.PageId,
        ["pageVersion"] = Town.Version,
        ["visitor"] = visitor,
        ["sentAt"] = sentAt,
        ["events"] = events,
    };

    public static Dictionary<string, object?> View(Guid? id = null, DateTimeOffset? at = null) => Event("page_view", id, at);

    public static Dictionary<string, object?> Exposure(string block = BehaviourFixture.Block) => Event("block_exposure", block: block);

    public static Dictionary<string, object?> Click(string target = "cta", string block = BehaviourFixture.Block) => Event("click", block: block, props: new { target, kind = "link" });

    public static Dictionary<string, object?> Dwell(int ms, string block = "") => Event("dwell", block: block, props: new { ms });

    public static Dictionary<string, object?> Step(string step, string? field = null)
        => Event("form_step", block: BehaviourFixture.Form, props: field is null ? new { step } : new { step, field });

    public static Dictionary<string, object?> Event(string name, Guid? id = null, DateTimeOffset? at = null, string block = "", object? props = null, short v = 1)
    {
        var told = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["id"] = id ?? Make.Id(),
            ["name"] = name,
            ["v"] = v,
            ["at"] = (at ?? TimeProvider.System.GetUtcNow()).ToUnixTimeMilliseconds(),
        };
        if (block.Length > 0)
        {
            told["block"] = block;
        }

        if (props is not null)
        {
            told["props"] = props;
        }

        return told;
    }
}
