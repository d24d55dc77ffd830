using AutoPortal.Pages.Contracts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace AutoPortal.Pages.Public;

/// <summary>Which answers are kept for everybody: whole pages asked for by strangers. Key = address, language, encoding, publication.</summary>
internal sealed class PageCachePolicy(PageGenerations generations, IOptions<PagesOptions> options) : IOutputCachePolicy
{
    public const string AllPages = "pages";

    public static string TagOf(Guid tenantId, string page) => $"page:{tenantId:N}:{page}";

    public static string TagOf(Guid tenantId) => $"tenant:{tenantId:N}";

    public async ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var http = context.HttpContext;
        var isForAll = IsForAll(http.Request);
        context.EnableOutputCaching = isForAll;
        context.AllowCacheLookup = context.AllowCacheStorage = context.AllowLocking = isForAll;
        if (!isForAll || await PublicTenant.FindAsync(http, cancellation) is not { } tenant)
        {
            context.EnableOutputCaching = false;
            return;
        }

        var page = PageKey.Of(http);
        var rules = context.CacheVaryByRules;
        // The key has the tenant in its path; which host was named, and what else stands in the query, must not multiply pages.
        rules.VaryByHost = false;
        rules.QueryKeys = Microsoft.Extensions.Primitives.StringValues.Empty;
        rules.VaryByValues["lang"] = PageLanguages.Of(http.Request.Query["lang"]);
        rules.VaryByValues["encoding"] = EncodingOf(http.Request);
        rules.VaryByValues["generation"] = generations.Of(tenant.Id, page);
        context.Tags.Add(AllPages);
        context.Tags.Add(TagOf(tenant.Id));
        context.Tags.Add(TagOf(tenant.Id, page));
        context.ResponseExpirationTimeSpan = TimeSpan.FromMinutes(options.Value.CacheMinutes);
    }

    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var response = context.HttpContext.Response;
        if (response.StatusCode != StatusCodes.Status200OK || response.Headers.ContainsKey(HeaderNames.SetCookie))
        {
            context.AllowCacheStorage = false;
        }

        return ValueTask.CompletedTask;
    }

    private static bool IsForAll(HttpRequest request)
        => (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
            && !request.Headers.ContainsKey(HeaderNames.Authorization)
            && !request.Headers.ContainsKey(HeaderNames.Cookie);

    // Compression stands behind the cache, so that a page is compressed once; three variants, however browsers word it.
    private static string EncodingOf(HttpRequest request)
    {
        var accepted = request.Headers.AcceptEncoding.ToString();
        return accepted.Contains("br", StringComparison.OrdinalIgnoreCase) ? "br"
            : accepted.Contains("gzip", StringComparison.OrdinalIgnoreCase) ? "gzip"
            : "";
    }
}

/// <summary>A page's name inside its tenant: <c>a/autumn-test-drive</c>.</summary>
internal static class PageKey
{
    public static string Of(string pathKind, string slug) => PublicPageWords.Of(pathKind, slug);

    public static string Of(HttpContext http)
        => Of(http.GetEndpoint()?.Metadata.GetMetadata<PathKindMetadata>()?.Code ?? "", http.GetRouteValue("slug")?.ToString() ?? "");
}

internal sealed record PathKindMetadata(string Code);
