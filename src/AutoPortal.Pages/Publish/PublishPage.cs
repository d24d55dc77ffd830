using AutoPortal.Kernel;
using AutoPortal.Kernel.Outcomes;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Pages.Contracts;
using AutoPortal.Pages.Data;
using AutoPortal.Pages.Domain;
using AutoPortal.Pages.Public;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Pages.Publish;

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
        var version = page.Publish(Ids.New(now), scope.UserId, now);
        db.PageVersions.Add(version);
        if (await db.PublishedPages.SingleOrDefaultAsync(p => p.Id == pageId, ct) is { } shown)
        {
            shown.Show(page, version);
        }
        else
        {
            db.PublishedPages.Add(new PublishedPage(page, version));
        }

        db.Publish(new PagePublished(page.Id, page.PathKind, page.Slug, page.SubjectId, version.Number, now));
        db.Announce(ForgetPublishedPages.Topic, PublicPageWords.Of(page.PathKind, page.Slug));
        return await db.SaveAsync(ct);
    }
}
