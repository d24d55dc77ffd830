using AutoPortal.Kernel.Outcomes;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Pages.Data;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Pages.Masters;

/// <summary>Offers a page of HQ's to dealers, or no longer.</summary>
internal sealed class OfferMaster(IDbContextFactory<PagesDb> dbs, CurrentScope scope)
{
    public async Task<Outcome> RunAsync(Guid pageId, bool isOffered, CancellationToken ct)
    {
        if (!scope.MayOfferMasters())
        {
            return Refusal.NotAllowed;
        }

        await using var db = await dbs.CreateDbContextAsync(ct);
        return await db.Pages.SingleOrDefaultAsync(p => p.Id == pageId, ct) is not { } page ? Refusal.NotFound
            : page.Offer(isOffered) is { } refusal ? refusal
            : await db.SaveAsync(ct);
    }
}
