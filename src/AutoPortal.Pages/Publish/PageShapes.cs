using AutoPortal.Pages.Contracts;
using AutoPortal.Pages.Data;
using AutoPortal.Pages.Documents;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Pages.Publish;

internal sealed class PageShapes(IDbContextFactory<PagesDb> dbs) : IPageShapes
{
    public async Task<PageShape?> FindAsync(Guid pageId, int version, CancellationToken ct)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        var document = await db.PageVersions.Where(v => v.PageId == pageId && v.Number == version).Select(v => v.Document).SingleOrDefaultAsync(ct);
        return document is null ? null : Of(pageId, version, document);
    }

    public async Task<IReadOnlyList<PageShape>> ListPublishedAsync(CancellationToken ct)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        var pages = await db.PublishedPages.OrderBy(p => p.Id).Select(p => new { p.Id, p.Version, p.Document }).ToListAsync(ct);
        return pages.ConvertAll(p => Of(p.Id, p.Version, p.Document));
    }

    private static PageShape Of(Guid pageId, int version, string document)
        => new(pageId, version, [.. PageDocument.Parse(document).Blocks.SelectMany(b => b.WithDescendants()).Select(b => new BlockShape(b.Id, b.Kind))]);
}
