using AutoPortal.Kernel;
using AutoPortal.Kernel.Outcomes;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Pages.Data;
using AutoPortal.Pages.Domain;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Pages.Publish;

/// <summary>Publishes the present draft at once and without a review: for other modules and the demonstration. People go by <see cref="SubmitPage"/>.</summary>
internal sealed class PublishPage(IDbContextFactory<PagesDb> dbs, CurrentScope scope, TimeProvider clock)
{
    public async Task<Outcome> RunAsync(Guid pageId, CancellationToken ct)
    {
        if (!scope.May(PagesPermissions.Publish))
        {
            return Refusal.NotAllowed;
        }

        await using var db = await dbs.CreateDbContextAsync(ct);
        if (await db.Pages.SingleOrDefaultAsync(p => p.Id == pageId, ct) is not { } page)
        {
            return Refusal.NotFound;
        }

        var now = clock.GetUtcNow();
        var version = page.Fix(Ids.New(now), scope.UserId, now);
        var release = PageRelease.Direct(Ids.New(now), page.Id, version.Number, scope.UserId, now);
        db.PageVersions.Add(version);
        db.PageReleases.Add(release);
        await GoLive.ShowAsync(db, page, version, release, now, ct);
        return await db.SaveAsync(ct);
    }
}
