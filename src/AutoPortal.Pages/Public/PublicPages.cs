using AutoPortal.Pages.Contracts;
using AutoPortal.Pages.Data;
using AutoPortal.Pages.Documents;
using AutoPortal.Pages.Domain;
using AutoPortal.Pages.Themes;
using AutoPortal.Platform.Contracts;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace AutoPortal.Pages.Public;

internal sealed class PublicPages(IDbContextFactory<PagesDb> dbs, BlockCatalog catalog, PublicAssets assets, IOptions<PagesOptions> options, PagesMetrics metrics, TimeProvider clock) : IPublicPages
{
    public async Task<IResult> RenderAsync(HttpContext http, string pathKind, string slug, IEnumerable<object> inputs, int statusCode, CancellationToken ct)
    {
        if (!PageSlug.IsValid(slug) || await FindAsync(pathKind, slug, ct) is not { } page)
        {
            return NotFound(http);
        }

        var language = LanguageOf(http);
        var tenant = PublicTenant.Of(http);
        var view = View(page, tenant, language, inputs.ToDictionary(i => i.GetType()));
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

    private PageView View(PublishedPage page, TenantFacts tenant, string language, Dictionary<Type, object> inputs)
    {
        var theme = page.Theme ?? new PageTheme(tenant.AccentColor);
        var tokens = ThemeTokens.Of(theme) ?? ThemeTokens.Of(PageTheme.Default)!;
        var context = new BlockContext
        {
            TenantId = tenant.Id,
            TenantIdentifier = tenant.Identifier,
            TenantName = tenant.Name,
            PageId = page.Id,
            SubjectId = page.SubjectId,
            PathKind = page.PathKind,
            Slug = page.Slug,
            Language = language,
            Theme = theme,
            Inputs = inputs,
        };
        var blocks = catalog.ReadAll(PageDocument.Parse(page.Document).Blocks, page.Id);
        return new PageView(context, page.Title.In(language), page.Description.In(language), page.Version, tokens, blocks, assets, options.Value.PublicOrigin?.TrimEnd('/') ?? "");
    }
}
