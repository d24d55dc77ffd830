using AutoPortal.Pages.Contracts;
using AutoPortal.Pages.Data;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Pages.Publish;

internal sealed class PageDirectory(IDbContextFactory<PagesDb> dbs) : IPageDirectory
{
    public async Task<PageFacts?> FindAsync(string pathKind, string slug, CancellationToken ct)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        return await db.Pages.Where(p => p.PathKind == pathKind && p.Slug == slug)
            .Select(p => new PageFacts(p.Id, p.PathKind, p.Slug, p.Title, p.SubjectId, p.IsPublished))
            .SingleOrDefaultAsync(ct);
    }

    public async Task<IReadOnlyList<PageFacts>> ListBySubjectAsync(IReadOnlyCollection<Guid> subjectIds, CancellationToken ct)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        return await db.Pages.Where(p => p.SubjectId != null && subjectIds.Contains(p.SubjectId.Value))
            .OrderBy(p => p.Slug)
            .Select(p => new PageFacts(p.Id, p.PathKind, p.Slug, p.Title, p.SubjectId, p.IsPublished))
            .ToListAsync(ct);
    }
}
