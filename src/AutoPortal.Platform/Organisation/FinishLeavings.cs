using AutoPortal.Kernel.Time;
using AutoPortal.Platform.Data;
using AutoPortal.Platform.Domain;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Platform.Organisation;

/// <summary>Finishes the tenant's leavings whose day has come; others hear of each once.</summary>
internal sealed class FinishLeavings(IDbContextFactory<PlatformDb> dbs, DealerDesk desk, TimeProvider clock)
{
    private const int BatchDealers = 20;

    /// <returns>Whether there may be more.</returns>
    public async Task<bool> RunAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var today = ShanghaiTime.DateOf(now);
        await using var db = await dbs.CreateDbContextAsync(ct);
        var leaving = await db.Dealers.Where(d => d.LeftOn != null && d.LeftOn <= today && d.State != DealerState.Left).OrderBy(d => d.Id).Take(BatchDealers).ToListAsync(ct);
        foreach (var dealer in leaving)
        {
            await db.FinishAsync(dealer, now, ct);
        }

        // Where two nodes finish at once, the version lets one of them win; the other has nothing to add.
        return leaving.Count > 0 && (await desk.SaveAsync(db, ct)).IsOk && leaving.Count == BatchDealers;
    }
}
