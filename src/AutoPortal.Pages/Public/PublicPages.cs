using AutoPortal.Pages.Contracts;
using AutoPortal.Pages.Data;
using AutoPortal.Pages.Domain;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Pages.Public;

internal sealed class PublicPages(IDbContextFactory<PagesDb> dbs, PageViews views, PublicAssets assets, PagesMetrics metrics, TimeProvider clock) : IPublicPages
{
    public async Task<IResult> RenderAsync(HttpContext http, string pathKind, string slug, IEnumerable<object> inputs, int statusCode, CancellationToken ct)
    {
        if (!PageSlug.IsValid(slug) || await FindAsync(pathKind, slug, ct) is not { } page)
        {
            return NotFound(http);
        }

        var language = LanguageOf(http);
        var view = views.Of(PublicTenant.Of(http), PageParts.Of(page), language, inputs.ToDictionary(i => i.GetType()));
        metrics.Rendered(pathKind);
        return new PublicDocument<PublicPage>(language, new(StringComparer.Ordinal) { [nameof(PublicPage.Page)] = view }, statusCode)
        {
            ETag = statusCode == StatusCodes.Status200OK ? $"\"{page.Version:x}-{clock.GetUtcNow().Ticks:x}\"" : null,
        };
    }

    public IResult NotFound(HttpContext http)
        => new PublicDocument<PublicNotFound>(
            LanguageOf(http),
            new(StringComparer.Ordinal) { [nameof(PublicNotFound.Language)] = LanguageOf(http), [nameof(PublicNotFound.Files)] = assets },
            StatusCodes.Status404NotFound);

    private static string LanguageOf(HttpContext http) => PageLanguages.Of(http.Request.Query["lang"]);

    private async Task<PublishedPage?> FindAsync(string pathKind, string slug, CancellationToken ct)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        return await db.PublishedPages.AsNoTracking().SingleOrDefaultAsync(p => p.PathKind == pathKind && p.Slug == slug, ct);
    }
}
