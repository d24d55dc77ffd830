using AutoPortal.Kernel.Data;
using AutoPortal.Pages.Data;
using AutoPortal.Pages.Domain;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Pages.Publish;

/// <summary>Shows scheduled versions and ends live ones when their time has come.</summary>
internal sealed class MovePagesOn(IDbContextFactory<PagesDb> dbs, TimeProvider clock)
{
    private const int BatchSize = 20;

    /// <returns>Whether more may be due.</returns>
    public async Task<bool> RunAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await using var db = await dbs.CreateDbContextAsync(ct);
        // Two nodes at once take different ones.
        var ids = await db.Sql().QueryAsync<Guid>(
            """
            select r.id from pages.page_releases r
            where {tenant:r} and ((r.state = 'scheduled' and r.live_from <= @now) or (r.state = 'live' and r.live_until <= @now))
            order by r.id limit @most for update skip locked
            """,
            new { now, most = BatchSize }, ct);
        if (ids.Count == 0)
        {
            return false;
        }

        foreach (var release in await db.PageReleases.Where(r => ids.Contains(r.Id)).OrderBy(r => r.Id).ToListAsync(ct))
        {
            await MoveAsync(db, release, now, ct);
        }

        if (await db.SaveAsync(ct) is { IsOk: false } outcome)
        {
            throw new InvalidOperationException($"{ids.Count} page releases were not moved on: {outcome.Refusal.Code}.");
        }

        return ids.Count == BatchSize;
    }

    private static async Task MoveAsync(PagesDb db, PageRelease release, DateTimeOffset now, CancellationToken ct)
    {
        var page = await db.Pages.SingleAsync(p => p.Id == release.PageId, ct);
        if (release.State is ReleaseState.Scheduled && !(release.LiveUntil <= now))
        {
            release.Move(ReleaseMove.GoLive, now);
            var version = await db.PageVersions.SingleAsync(v => v.PageId == page.Id && v.Number == release.Version, ct);
            await GoLive.ShowAsync(db, page, version, release, now, ct);
        }
        else if (release.State is ReleaseState.Scheduled)
        {
            // Nobody looked while its whole period passed.
            release.Move(ReleaseMove.TakeBack, now);
        }
        else
        {
            await GoLive.HideAsync(db, page, ReleaseMove.End, now, ct);
        }

        db.Announce(PageTopics.Releases, page.Id.ToString());
    }
}
