using AutoPortal.Kernel.Scopes;
using AutoPortal.Pages.Builder.Edits;
using AutoPortal.Pages.Contracts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace AutoPortal.Pages.Builder.Canvas;

/// <summary>The canvas of a page as a browser opens it: past the circuit, because it is large and because it is compressed on its way.</summary>
internal static class CanvasEndpoint
{
    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapGet(PagesRoutes.Canvas, DrawAsync).RequireAuthorization();

    private static async Task<IResult> DrawAsync(Guid id, string? language, HttpContext http, CurrentScope scope, ReadDraft read, CanvasPainter painter, CancellationToken ct)
    {
        if (!scope.May(PagesPermissions.Edit))
        {
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        }

        if (await read.RunAsync(id, ct) is not { } draft)
        {
            return Results.NotFound();
        }

        // The renderer of components asks where it is; within a circuit it knows.
        if (http.RequestServices.GetService<NavigationManager>() is IHostEnvironmentNavigationManager navigation)
        {
            navigation.Initialize($"{http.Request.Scheme}://{http.Request.Host}/", http.Request.GetEncodedUrl());
        }

        http.Response.Headers.CacheControl = "no-store";
        return Results.Json(await painter.WholeAsync(draft, PageLanguages.Of(language), ct));
    }
}
