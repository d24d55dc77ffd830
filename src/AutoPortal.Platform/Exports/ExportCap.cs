using AutoPortal.Kernel.Scopes;
using AutoPortal.Platform.Data;
using AutoPortal.Platform.Domain;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Platform.Exports;

/// <summary>How much personal data a person may take without a second one: a number of rows within a day, however they are parted into files.</summary>
internal sealed class ExportCap(CurrentUser user, TimeProvider clock)
{
    public static async Task<ExportRules> RulesAsync(PlatformDb db, CancellationToken ct)
        => await db.ExportRules.AsNoTracking().FirstOrDefaultAsync(ct) ?? new ExportRules(Guid.Empty);

    /// <returns>Rows that may still go without a second person.</returns>
    public async Task<long> LeftAsync(PlatformDb db, Guid? exceptJob, CancellationToken ct)
    {
        var since = clock.GetUtcNow().AddDays(-1);
        var taken = await db.ExportJobs
            .Where(j => j.ById == user.Id && j.IsPersonal && j.CreatedAt > since && j.DecidedById == null && j.Id != exceptJob
                && (j.State == ExportState.Queued || j.State == ExportState.Writing || j.State == ExportState.Ready || j.State == ExportState.Expired))
            .SumAsync(j => j.State == ExportState.Ready || j.State == ExportState.Expired ? j.RowCount : j.ExpectedRows ?? 0, ct);
        return Math.Max(0, (await RulesAsync(db, ct)).RowCap - taken);
    }
}
