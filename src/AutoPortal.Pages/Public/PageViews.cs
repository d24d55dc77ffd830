using AutoPortal.Pages.Contracts;
using AutoPortal.Pages.Documents;
using AutoPortal.Pages.Domain;
using AutoPortal.Pages.Themes;
using AutoPortal.Platform.Contracts;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;

namespace AutoPortal.Pages.Public;

/// <summary>Makes what is drawn from what is stored, whether it is public, a version or a draft.</summary>
internal sealed class PageViews(BlockCatalog catalog, PublicAssets assets, IOptions<PagesOptions> options) : IDisposable
{
    private const long MostCharacters = 20_000_000;

    // Only of versions: these never change, and a draft does with every key.
    private readonly MemoryCache _blocks = new(new MemoryCacheOptions { SizeLimit = MostCharacters });

    public void Dispose() => _blocks.Dispose();

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
        return new PageView(context, page.Title.In(language), page.Description.In(language), page.Version, tokens, Blocks(tenant.Id, page), assets, options.Value.PublicOrigin?.TrimEnd('/') ?? "");
    }

    private IReadOnlyList<DrawnBlock> Blocks(Guid tenantId, PageParts page)
        => page.IsFixed ? _blocks.GetOrCreate((tenantId, page.Id, page.Version), kept =>
        {
            kept.Size = page.Document.Length;
            return Read(page);
        })! : Read(page);

    private IReadOnlyList<DrawnBlock> Read(PageParts page) => catalog.ReadAll(PageDocument.Parse(page.Document).Blocks, page.Id);
}

/// <summary>What a drawing needs of a page, wherever it is stored.</summary>
/// <param name="IsFixed">Whether page and version name this very document for ever.</param>
internal sealed record PageParts(Guid Id, string PathKind, string Slug, Guid? SubjectId, LocalText Title, LocalText Description, PageTheme? Theme, string Document, int Version, bool IsFixed)
{
    public static PageParts Of(PublishedPage page) => new(page.Id, page.PathKind, page.Slug, page.SubjectId, page.Title, page.Description, page.Theme, page.Document, page.Version, IsFixed: true);

    public static PageParts Of(Page page) => new(page.Id, page.PathKind, page.Slug, page.SubjectId, page.Title, page.Description, page.Theme, page.Document, page.LatestVersion, IsFixed: false);

    public static PageParts Of(Page page, PageVersion version) => new(page.Id, page.PathKind, page.Slug, page.SubjectId, version.Title, version.Description, version.Theme, version.Document, version.Number, IsFixed: true);
}
