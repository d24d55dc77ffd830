using System.Globalization;
using AutoPortal.Kernel.Data;
using AutoPortal.Kernel.Security;
using AutoPortal.Kernel.Time;
using AutoPortal.Platform.Contracts;
using AutoPortal.Platform.Data;
using AutoPortal.Platform.Domain;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Platform.Exports;

/// <summary>Tells people about exports: who may decide, and who waits.</summary>
internal sealed class ExportNotices(IDbContextFactory<PlatformDb> dbs, INotifier notifier, ExportLists lists, IEnumerable<Permission> declared, TimeProvider clock)
{
    public const string Asked = "platform.export_asked";
    public const string Ready = "platform.export_ready";
    public const string Refused = "platform.export_refused";
    public const string Failed = "platform.export_failed";
    public const string HeldBack = "platform.export_held_back";

    /// <summary>Asks all who may decide.</summary>
    public async Task AskAsync(ExportJob job, CancellationToken ct)
    {
        var rows = job.ExpectedRows?.ToString(CultureInfo.InvariantCulture) ?? "?";
        await notifier.NotifyAsync([.. (await DecidersAsync(job, ct)).Select(account => new Notice(account, Key(job, Asked), Asked, [job.ByName, Title(job), rows], PlatformRoutes.ExportOf(job.Id)))], ct);
    }

    public Task TellAsync(ExportJob job, string code, CancellationToken ct)
        => notifier.NotifyAsync([new Notice(job.ById, Key(job, code), code, [Title(job), job.RowCount.ToString(CultureInfo.InvariantCulture), job.DecidedByName ?? ""], PlatformRoutes.ExportOf(job.Id))], ct);

    // Whoever decides must reach all that the file would hold: headquarters, or the manager of the only dealer.
    private async Task<IReadOnlyList<Guid>> DecidersAsync(ExportJob job, CancellationToken ct)
    {
        var today = ShanghaiTime.DateOf(clock.GetUtcNow());
        await using var db = await dbs.CreateDbContextAsync(ct);
        var roles = (await db.Roles.AsNoTracking().ToListAsync(ct)).Where(r => GrantedPermissions.Of(r.Grants, declared).Contains(PlatformPermissions.ExportsApprove)).Select(r => r.Id).ToList();
        return await db.Memberships.IgnoreQueryFilters([ModuleDb.ReachFilter])
            .Where(m => roles.Contains(m.RoleId) && m.IsActive && m.FromOn <= today && (m.UntilOn == null || m.UntilOn > today) && m.AccountId != job.ById
                && (m.Reach == MembershipReach.Tenant || (job.DealerId != null && m.Reach == MembershipReach.Dealer && m.DealerId == job.DealerId)))
            .Select(m => m.AccountId).Distinct().OrderBy(id => id).Take(50).ToListAsync(ct);
    }

    private string Title(ExportJob job) => lists.Find(job.List) is { } list ? lists.TitleOf(list) : job.List;

    private static string Key(ExportJob job, string code) => $"{code}:{job.Id:N}:{job.StateSince.UtcTicks}";
}
