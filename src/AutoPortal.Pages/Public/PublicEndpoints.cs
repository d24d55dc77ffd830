using AutoPortal.Pages.Contracts;
using AutoPortal.Pages.Drawings;
using AutoPortal.Pages.Media;
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

        tenant.MapMethods(MediaEndpoint.Pattern, ReadMethods, MediaEndpoint.GetAsync);

        // Outside the group: themes and drawings are told by their names alone, so no tenant is looked up.
        endpoints.MapMethods("/{tenant:tenant}/theme-{code}.css", ReadMethods, Theme);
        endpoints.MapMethods("/{tenant:tenant}/drawing-{name}.svg", ReadMethods, Picture);
    }

    private const string Forever = "public, max-age=31536000, immutable";

    private static readonly string[] ReadMethods = [HttpMethods.Get, HttpMethods.Head];

    private static void MapPages(RouteGroupBuilder tenant, string pathKind)
    {
        tenant.MapMethods($"/{pathKind}/{{slug}}", ReadMethods, (string slug, HttpContext http, IPublicPages pages, CancellationToken ct)
                => pages.RenderAsync(http, pathKind, slug, [], StatusCodes.Status200OK, ct))
            .WithMetadata(new SameForEverybody());
    }

    private static IResult Theme(string code, HttpContext http)
    {
        if (ThemeTokens.OfCode(code) is not { } tokens)
        {
            return Results.NotFound();
        }

        http.Response.Headers.CacheControl = Forever;
        http.Response.Headers.XContentTypeOptions = "nosniff";
        return Results.Text(tokens.ToCss(), "text/css; charset=utf-8");
    }

    private static IResult Picture(string name, HttpContext http)
    {
        if (DrawingAddress.Read(name) is not { } drawing)
        {
            return Results.NotFound();
        }

        http.Response.Headers.CacheControl = drawing.IsCurrent ? Forever : "no-cache";
        http.Response.Headers.XContentTypeOptions = "nosniff";
        // Opened by itself the file is a document with a style element.
        http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'";
        return Results.Text(drawing.Svg, "image/svg+xml; charset=utf-8");
    }
}
