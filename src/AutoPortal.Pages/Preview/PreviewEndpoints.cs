using AutoPortal.Pages.Contracts;
using AutoPortal.Pages.Data;
using AutoPortal.Pages.Public;
using AutoPortal.Platform.Contracts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Pages.Preview;

/// <summary>What is behind a preview link: the very page, but nothing can be sent from it and nobody keeps it.</summary>
internal static class PreviewEndpoints
{
    // As on every consumer page, but forms and scripts reach nobody: a look must not sign anybody up.
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; media-src 'self'; font-src 'self'; connect-src 'none'; "
        + "form-action 'none'; base-uri 'none'; frame-ancestors 'self'";

    public static void Map(IEndpointRouteBuilder endpoints)
        => endpoints.MapPublicTenant().MapGet("/preview/{token}", ShowAsync);

    /// <summary>Headers of a page that is looked at before its time.</summary>
    public static void Guard(HttpResponse response)
    {
        response.Headers.ContentSecurityPolicy = Policy;
        response.Headers.CacheControl = "no-store";
        response.Headers["X-Robots-Tag"] = "noindex, nofollow";
        response.Headers["Referrer-Policy"] = "no-referrer";
    }

    private static async Task<IResult> ShowAsync(string token, HttpContext http, IDbContextFactory<PagesDb> dbs, PageViews views, IPublicPages pages, TimeProvider clock, CancellationToken ct)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        var hash = PreviewToken.Hash(token);
        if (await db.PagePreviews.AsNoTracking().SingleOrDefaultAsync(p => p.TokenHash == hash, ct) is not { } preview || !preview.IsOpen(clock.GetUtcNow()))
        {
            return pages.NotFound(http);
        }

        var page = await db.Pages.AsNoTracking().SingleAsync(p => p.Id == preview.PageId, ct);
        var version = preview.Version is { } number ? await db.PageVersions.AsNoTracking().SingleAsync(v => v.PageId == page.Id && v.Number == number, ct) : null;
        return Show(http, views, PublicTenant.Of(http), version is null ? PageParts.Of(page) : PageParts.Of(page, version), preview.ExpiresAt);
    }

    /// <summary>Draws a page that is not public, with a line above it that says so.</summary>
    /// <param name="http">The request; its query <c>lang</c> names the language.</param>
    /// <param name="views">Makes what is drawn.</param>
    /// <param name="tenant">The tenant.</param>
    /// <param name="page">What to draw.</param>
    /// <param name="until">When the link closes; null for staff, who see no line above the page.</param>
    /// <param name="marks">Marks of blocks by id, where versions are compared; null draws the page as a phone gets it.</param>
    public static IResult Show(HttpContext http, PageViews views, TenantFacts tenant, PageParts page, DateTimeOffset? until, IReadOnlyDictionary<string, string>? marks = null)
    {
        var language = PageLanguages.Of(http.Request.Query["lang"]);
        var view = views.Of(tenant, page, language, new Dictionary<Type, object>(), marks);
        http.Response.OnStarting(() =>
        {
            Guard(http.Response);
            return Task.CompletedTask;
        });
        return new PublicDocument<PublicPage>(language, new(StringComparer.Ordinal)
        {
            [nameof(PublicPage.Page)] = view,
            [nameof(PublicPage.Look)] = until is null ? null : new PreviewLook(until),
            [nameof(PublicPage.IsHidden)] = true,
        });
    }
}

/// <summary>Says on the page that it is a look at what is not public.</summary>
/// <param name="Until">When the link closes.</param>
public sealed record PreviewLook(DateTimeOffset? Until);
