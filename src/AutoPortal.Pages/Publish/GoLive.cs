using AutoPortal.Pages.Contracts;
using AutoPortal.Pages.Data;
using AutoPortal.Pages.Domain;
using AutoPortal.Pages.Public;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Pages.Publish;

/// <summary>The one place where a page comes before the public and leaves it: row, events and the word to every node go with one commit.</summary>
internal static class GoLive
{
    /// <summary>Shows a version; the release that was live before is superseded.</summary>
    public static async Task ShowAsync(PagesDb db, Page page, PageVersion version, PageRelease release, DateTimeOffset now, CancellationToken ct)
    {
        if (await LiveAsync(db, page.Id, release.Id, ct) is { } before)
        {
            before.Move(ReleaseMove.Supersede, now);
        }

        page.GoLive(version.Number);
        if (await db.PublishedPages.FindAsync([db.Scope.TenantId, page.Id], ct) is { } shown)
        {
            shown.Show(page, version, now);
        }
        else
        {
            db.PublishedPages.Add(new PublishedPage(page, version, now));
        }

        db.Publish(new PagePublished(page.Id, page.PathKind, page.Slug, page.SubjectId, version.Number, now));
        db.Announce(ForgetPublishedPages.Topic, PublicPageWords.Of(page.PathKind, page.Slug));
    }

    /// <summary>Takes the page from the public; does nothing where it does not see it.</summary>
    public static async Task HideAsync(PagesDb db, Page page, ReleaseMove move, DateTimeOffset now, CancellationToken ct)
    {
        if (await db.PublishedPages.SingleOrDefaultAsync(p => p.Id == page.Id, ct) is not { } shown)
        {
            return;
        }

        if (await db.PageReleases.SingleOrDefaultAsync(r => r.PageId == page.Id && r.State == ReleaseState.Live, ct) is { } release)
        {
            release.Move(move, now);
        }

        page.End();
        db.PublishedPages.Remove(shown);
        db.Publish(new PageWithdrawn(page.Id, page.PathKind, page.Slug, page.SubjectId, now));
        db.Announce(ForgetPublishedPages.Topic, PublicPageWords.Of(page.PathKind, page.Slug));
    }

    // Whoever shows many pages has read their releases at once.
    private static async Task<PageRelease?> LiveAsync(PagesDb db, Guid pageId, Guid but, CancellationToken ct)
        => db.PageReleases.Local.FirstOrDefault(r => r.PageId == pageId && r.State == ReleaseState.Live && r.Id != but)
            ?? await db.PageReleases.SingleOrDefaultAsync(r => r.PageId == pageId && r.State == ReleaseState.Live && r.Id != but, ct);
}
