using AutoPortal.Pages.Contracts;
using AutoPortal.Pages.Data;
using AutoPortal.Pages.Domain;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Pages.Publish;

internal sealed class PageDirectory(IDbContextFactory<PagesDb> dbs) : IPageDirectory
{
    public async Task<PageFacts?> FindAsync(string pathKind, string slug, CancellationToken ct)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        return (await ReadAsync(db, db.Pages.Where(p => p.PathKind == pathKind && p.Slug == slug), ct)).SingleOrDefault();
    }

    public async Task<IReadOnlyList<PageFacts>> ListBySubjectAsync(IReadOnlyCollection<Guid> subjectIds, CancellationToken ct)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        return await ReadAsync(db, db.Pages.Where(p => p.SubjectId != null && subjectIds.Contains(p.SubjectId.Value)), ct);
    }

    private static async Task<List<PageFacts>> ReadAsync(PagesDb db, IQueryable<Page> pages, CancellationToken ct)
    {
        var rows = await pages.AsNoTracking().OrderBy(p => p.Slug)
            .Select(p => new
            {
                p.Id, p.PathKind, p.Slug, p.Title, p.SubjectId, p.IsPublished, p.State,
                Pending = db.PageReleases.Where(r => r.PageId == p.Id && (r.State == ReleaseState.Reviewing || r.State == ReleaseState.Scheduled)).OrderBy(r => r.Id).Select(r => (ReleaseState?)r.State).FirstOrDefault(),
            })
            .ToListAsync(ct);
        return rows.ConvertAll(p => new PageFacts(p.Id, p.PathKind, p.Slug, p.Title, p.SubjectId, p.IsPublished)
        {
            State = StateWords.Of(p.State),
            Pending = p.Pending is { } pending ? StateWords.Of(pending) : null,
        });
    }
}
