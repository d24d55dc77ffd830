using AutoPortal.Customers.Data;
using AutoPortal.Kernel.Data;
using AutoPortal.Kernel.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Npgsql;

namespace AutoPortal.Customers.Behaviour.Keep;

/// <summary>Makes the coming days of the events' table, drops those whose time is over, and forgets visits and quarantined events of the tenant with them.</summary>
internal sealed class KeepEvents(IDbContextFactory<CustomersDb> dbs, IOptions<CustomersOptions> options, TimeProvider clock)
{
    private const int DaysBack = 8;
    private const int DaysAhead = 14;

    /// <returns>False: nothing more is due until the next round.</returns>
    public async Task<bool> RunAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var days = options.Value.KeepEventDays;
        await using (var db = await dbs.CreateDbContextAsync(ct))
        {
            var oldestDay = ShanghaiTime.DateOf(now).AddDays(-days);
            var oldestWait = now.AddDays(-options.Value.KeepQuarantineDays);
            await db.PageVisits.Where(v => v.Day < oldestDay).ExecuteDeleteAsync(ct);
            await db.QuarantinedEvents.Where(q => q.ReceivedAt < oldestWait).ExecuteDeleteAsync(ct);
            await db.SaveAsync(ct);
        }

        try
        {
            await DaysAsync($"platform_shared.ensure_days({DaysBack}, {DaysAhead})", ct);
            await DaysAsync($"platform_shared.drop_days({days})", ct);
        }
        catch (PostgresException busy) when (busy.SqlState is PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.DeadlockDetected)
        {
            // Somebody reads or writes for long: the next round comes within the hour, and days are made a fortnight ahead.
        }

        return false;
    }

    // The days are the whole house's, whichever tenant's turn it is: the second call finds nothing to do.
    private async Task DaysAsync(string call, CancellationToken ct)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        await db.Sql().ExecuteAsync($"select {call} where {{tenant_id}} is not null", null, ct);
        await db.SaveAsync(ct);
    }
}
