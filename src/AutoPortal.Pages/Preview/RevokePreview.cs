using AutoPortal.Kernel.Outcomes;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Pages.Data;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Pages.Preview;

/// <summary>Closes a preview link before its time.</summary>
internal sealed class RevokePreview(IDbContextFactory<PagesDb> dbs, CurrentScope scope, TimeProvider clock)
{
    public async Task<Outcome> RunAsync(Guid previewId, CancellationToken ct)
    {
        if (!scope.May(PagesPermissions.Edit))
        {
            return Refusal.NotAllowed;
        }

        await using var db = await dbs.CreateDbContextAsync(ct);
        if (await db.PagePreviews.SingleOrDefaultAsync(p => p.Id == previewId, ct) is not { } preview || !await db.Pages.AnyAsync(p => p.Id == preview.PageId, ct))
        {
            return Refusal.NotFound;
        }

        preview.Revoke(clock.GetUtcNow());
        return await db.SaveAsync(ct);
    }
}
