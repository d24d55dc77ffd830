using AutoPortal.Kernel.Outcomes;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Pages.Data;
using AutoPortal.Pages.Domain;
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

        await GoLive.HideAsync(db, page, ReleaseMove.Withdraw, clock.GetUtcNow(), ct);
        return await db.SaveAsync(ct);
    }
}
