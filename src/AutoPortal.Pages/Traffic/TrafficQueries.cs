using AutoPortal.Kernel.Scopes;
using AutoPortal.Kernel.Time;
using AutoPortal.Pages.Contracts;
using AutoPortal.Pages.Data;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Pages.Traffic;

/// <summary>Figures of a page in the order of its blocks. Empty where no module of this build keeps visitors' events.</summary>
internal sealed class TrafficQueries(IDbContextFactory<PagesDb> dbs, IPageShapes shapes, IEnumerable<IPageTraffic> traffic, CurrentUser user, TimeProvider clock)
{
    public async Task<PageFacts?> FindAsync(Guid pageId, CancellationToken ct)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        return await db.Pages.Where(p => p.Id == pageId).Select(p => new PageFacts(p.Id, p.PathKind, p.Slug, p.Title, p.SubjectId, p.IsPublished)).SingleOrDefaultAsync(ct);
    }

    /// <param name="pageId">The page.</param>
    /// <param name="days">How many days back, today counted.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<TrafficFigures?> ReadAsync(Guid pageId, int days, CancellationToken ct)
    {
        if (!user.May(PagesPermissions.Read) || traffic.FirstOrDefault() is not { } kept)
        {
            return null;
        }

        await using var db = await dbs.CreateDbContextAsync(ct);
        var version = await db.PublishedPages.Where(p => p.Id == pageId).Select(p => (int?)p.Version).SingleOrDefaultAsync(ct)
            ?? await db.PageVersions.Where(v => v.PageId == pageId).MaxAsync(v => (int?)v.Number, ct);
        var shape = version is { } number ? await shapes.FindAsync(pageId, number, ct) : null;
        var today = ShanghaiTime.DateOf(clock.GetUtcNow());
        var figures = await kept.ReadAsync(pageId, new(today.AddDays(1 - days), today), ct);
        return new(figures, BlockFigures.Of(shape, figures), FunnelStep.Of(figures));
    }
}

/// <summary>What the figures' screens show.</summary>
internal sealed record TrafficFigures(PageTraffic Page, IReadOnlyList<BlockFigures> Blocks, IReadOnlyList<FunnelStep> Steps);
