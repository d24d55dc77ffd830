using AutoPortal.Kernel.Outcomes;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Pages.Contracts;
using AutoPortal.Pages.Data;
using AutoPortal.Pages.Public;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Pages.Publish;

internal sealed class WithdrawPage(IDbContextFactory<PagesDb> dbs, CurrentScope scope, TimeProvider clock)
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

        if (await db.PublishedPages.SingleOrDefaultAsync(p => p.Id == pageId, ct) is not { } shown)
        {
            return Outcome.Ok;
        }

        page.Withdraw();
        db.PublishedPages.Remove(shown);
        db.Publish(new PageWithdrawn(page.Id, page.PathKind, page.Slug, page.SubjectId, clock.GetUtcNow()));
        db.Announce(ForgetPublishedPages.Topic, PublicPageWords.Of(page.PathKind, page.Slug));
        return await db.SaveAsync(ct);
    }
}
