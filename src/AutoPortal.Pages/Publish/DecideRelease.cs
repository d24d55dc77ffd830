using AutoPortal.Kernel.Outcomes;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Pages.Contracts;
using AutoPortal.Pages.Data;
using AutoPortal.Pages.Domain;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Pages.Publish;

/// <summary>Another person lets a handed-in version through or sends it back.</summary>
internal sealed class DecideRelease(IDbContextFactory<PagesDb> dbs, CurrentScope scope, TimeProvider clock)
{
    /// <summary>Shows the version to the public, or schedules it where its time has not come.</summary>
    public Task<Outcome> ApproveAsync(Guid releaseId, CancellationToken ct) => DecideAsync(releaseId, PagesPermissions.Publish, async (db, page, release, now) =>
    {
        if (release.Approve(scope.UserId, now) is { } refusal)
        {
            return refusal;
        }

        if (release.State is ReleaseState.Live)
        {
            var version = await db.PageVersions.SingleAsync(v => v.PageId == page.Id && v.Number == release.Version, ct);
            await GoLive.ShowAsync(db, page, version, release, now, ct);
        }

        Tell(db, page, release, isApproved: true, now);
        return null;
    }, ct);

    /// <summary>Sends it back with a reason.</summary>
    public Task<Outcome> RejectAsync(Guid releaseId, string reason, CancellationToken ct) => DecideAsync(releaseId, PagesPermissions.Publish, (db, page, release, now) =>
    {
        var refusal = string.IsNullOrWhiteSpace(reason) ? PageRefusals.ReasonIsMissing : release.Reject(scope.UserId, reason.Trim(), now);
        if (refusal is null)
        {
            Tell(db, page, release, isApproved: false, now);
        }

        return Task.FromResult(refusal);
    }, ct);

    /// <summary>Takes back what waits for review or for its time.</summary>
    public Task<Outcome> TakeBackAsync(Guid releaseId, CancellationToken ct) => DecideAsync(releaseId, PagesPermissions.Edit, (_, _, release, now)
        => Task.FromResult(release.Move(ReleaseMove.TakeBack, now)), ct);

    private void Tell(PagesDb db, Page page, PageRelease release, bool isApproved, DateTimeOffset now)
    {
        if (release.SubmittedBy is { } submitter)
        {
            db.Publish(new PageDecided(page.Id, page.Title.Zh, isApproved, release.State is ReleaseState.Scheduled ? release.LiveFrom : null, submitter, scope.Facts.UserName, isApproved ? "" : release.Reason, now));
        }
    }

    private async Task<Outcome> DecideAsync(Guid releaseId, string permission, Func<PagesDb, Page, PageRelease, DateTimeOffset, Task<Refusal?>> decide, CancellationToken ct)
    {
        if (!scope.May(permission))
        {
            return Refusal.NotAllowed;
        }

        await using var db = await dbs.CreateDbContextAsync(ct);
        if (await db.PageReleases.SingleOrDefaultAsync(r => r.Id == releaseId, ct) is not { } release)
        {
            return Refusal.NotFound;
        }

        // A dealer's reach ends at its own pages, and so do the releases of these.
        if (await db.Pages.SingleOrDefaultAsync(p => p.Id == release.PageId, ct) is not { } page)
        {
            return Refusal.NotFound;
        }

        if (await decide(db, page, release, clock.GetUtcNow()) is { } refusal)
        {
            return refusal;
        }

        db.Announce(PageTopics.Releases, page.Id.ToString());
        return await db.SaveAsync(ct);
    }
}
