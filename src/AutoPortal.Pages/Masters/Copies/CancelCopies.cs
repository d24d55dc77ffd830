using AutoPortal.Kernel.Outcomes;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Pages.Data;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Pages.Masters.Copies;

/// <summary>Calls an order of copies off; copies that were made stay.</summary>
internal sealed class CancelCopies(IDbContextFactory<PagesDb> dbs, CurrentScope scope, TimeProvider clock)
{
    public async Task<Outcome> RunAsync(Guid orderId, CancellationToken ct)
    {
        if (!scope.MayOfferMasters())
        {
            return Refusal.NotAllowed;
        }

        await using var db = await dbs.CreateDbContextAsync(ct);
        if (await db.CopyOrders.SingleOrDefaultAsync(o => o.Id == orderId, ct) is not { } order)
        {
            return Refusal.NotFound;
        }

        if (order.Cancel(clock.GetUtcNow()) is { } refusal)
        {
            return refusal;
        }

        db.Announce(PageTopics.Copies, order.MasterId.ToString());
        return await db.SaveAsync(ct);
    }
}
