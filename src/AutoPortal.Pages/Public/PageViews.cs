using AutoPortal.Pages.Contracts;
using AutoPortal.Pages.Documents;
using AutoPortal.Pages.Domain;
using AutoPortal.Pages.Themes;
using AutoPortal.Platform.Contracts;
using Microsoft.Extensions.Options;

namespace AutoPortal.Pages.Public;

/// <summary>Makes what is drawn from what is stored, whether it is public, a version or a draft.</summary>
internal sealed class PageViews(BlockCatalog catalog, PublicAssets assets, IOptions<PagesOptions> options)
{
    public PageView Of(TenantFacts tenant, PageParts page, string language, IReadOnlyDictionary<Type, object> inputs, IReadOnlyDictionary<string, string>? marks = null)
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
            IsPreview = marks is not null,
            Marks = marks ?? new Dictionary<string, string>(),
        };
        var blocks = catalog.ReadAll(PageDocument.Parse(page.Document).Blocks, page.Id);
        return new PageView(context, page.Title.In(language), page.Description.In(language), page.Version, tokens, blocks, assets, options.Value.PublicOrigin?.TrimEnd('/') ?? "");
    }
}

/// <summary>What a drawing needs of a page, wherever it is stored.</summary>
internal sealed record PageParts(Guid Id, string PathKind, string Slug, Guid? SubjectId, LocalText Title, LocalText Description, PageTheme? Theme, string Document, int Version)
{
    public static PageParts Of(PublishedPage page) => new(page.Id, page.PathKind, page.Slug, page.SubjectId, page.Title, page.Description, page.Theme, page.Document, page.Version);

    public static PageParts Of(Page page) => new(page.Id, page.PathKind, page.Slug, page.SubjectId, page.Title, page.Description, page.Theme, page.Document, page.LatestVersion);

    public static PageParts Of(Page page, PageVersion version) => new(page.Id, page.PathKind, page.Slug, page.SubjectId, version.Title, version.Description, version.Theme, version.Document, version.Number);
}
