using AutoPortal.Pages.Contracts;
using AutoPortal.Pages.Themes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace AutoPortal.Pages.Public;

/// <summary>The addresses of the consumer face that belong to this module.</summary>
internal static class PublicEndpoints
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var tenant = endpoints.MapPublicTenant();
        MapPages(tenant, PagePaths.Activity);
        MapPages(tenant, PagePaths.Content);

        // Outside the group: a theme is told by its name alone, so no tenant is looked up.
        endpoints.MapMethods("/{tenant:tenant}/theme-{code}.css", ReadMethods, Theme);
    }

    private static readonly string[] ReadMethods = [HttpMethods.Get, HttpMethods.Head];

    private static void MapPages(RouteGroupBuilder tenant, string pathKind)
    {
        tenant.MapMethods($"/{pathKind}/{{slug}}", ReadMethods, (string slug, HttpContext http, IPublicPages pages, CancellationToken ct)
                => pages.RenderAsync(http, pathKind, slug, [], StatusCodes.Status200OK, ct))
            .WithMetadata(new PathKindMetadata(pathKind))
            .CacheOutput(policy => policy.AddPolicy<PageCachePolicy>(), excludeDefaultPolicy: true);
    }

    private static IResult Theme(string code, HttpContext http)
    {
        if (ThemeTokens.OfCode(code) is not { } tokens)
        {
            return Results.NotFound();
        }

        http.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        http.Response.Headers.XContentTypeOptions = "nosniff";
        return Results.Text(tokens.ToCss(), "text/css; charset=utf-8");
    }
}
