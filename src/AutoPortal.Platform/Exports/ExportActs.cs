using AutoPortal.Kernel;
using AutoPortal.Kernel.Outcomes;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Platform.Data;
using AutoPortal.Platform.Domain;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Platform.Exports;

/// <summary>A second person lets an export go, or not.</summary>
internal sealed class DecideExport(IDbContextFactory<PlatformDb> dbs, CurrentScope scope, CurrentUser user, ExportNotices notices, TimeProvider clock)
{
    public Task<Outcome> ApproveAsync(Guid jobId, CancellationToken ct) => RunAsync(jobId, job => job.Approve(user.Id, user.Name, clock.GetUtcNow()), ct);

    public Task<Outcome> RefuseAsync(Guid jobId, string? reason, CancellationToken ct)
        => RunAsync(jobId, job => job.Refuse(user.Id, user.Name, ExportReason.Tidy(reason), clock.GetUtcNow()), ct);

    private async Task<Outcome> RunAsync(Guid jobId, Func<ExportJob, Refusal?> decide, CancellationToken ct)
    {
        if (!user.May(PlatformPermissions.ExportsApprove))
        {
            return Refusal.NotAllowed;
        }

        await using var db = await dbs.CreateDbContextAsync(ct);
        if (await db.ExportJobs.SeenBy(scope).SingleOrDefaultAsync(j => j.Id == jobId, ct) is not { } job)
        {
            return Refusal.NotFound;
        }

        if (decide(job) is { } refusal)
        {
            return refusal;
        }

        db.Announce(ExportTopics.Changed, "");
        db.Announce(ExportTopics.Waiting, job.Id.ToString());
        var saved = await db.SaveAsync(ct);
        if (saved.IsOk && job.State is ExportState.Refused)
        {
            await notices.TellAsync(job, ExportNotices.Refused, ct);
        }

        return saved;
    }
}

/// <summary>Whoever ordered an export calls it off.</summary>
internal sealed class CancelExport(IDbContextFactory<PlatformDb> dbs, CurrentUser user, TimeProvider clock)
{
    public async Task<Outcome> RunAsync(Guid jobId, CancellationToken ct)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        if (await db.ExportJobs.SingleOrDefaultAsync(j => j.Id == jobId && j.ById == user.Id, ct) is not { } job)
        {
            return Refusal.NotFound;
        }

        if (job.Cancel(clock.GetUtcNow()) is { } refusal)
        {
            return refusal;
        }

        db.Announce(ExportTopics.Changed, "");
        return await db.SaveAsync(ct);
    }
}

/// <summary>Sets what the tenant lets go without a second person.</summary>
internal sealed class SetExportRules(IDbContextFactory<PlatformDb> dbs, CurrentScope scope, TimeProvider clock)
{
    public async Task<Outcome> RunAsync(int rowCap, int keptDays, CancellationToken ct)
    {
        if (!scope.May(PlatformPermissions.ExportsApprove) || !scope.SeesAllDealers)
        {
            return Refusal.NotAllowed;
        }

        await using var db = await dbs.CreateDbContextAsync(ct);
        var rules = await db.ExportRules.FirstOrDefaultAsync(ct);
        if (rules is null)
        {
            rules = new ExportRules(Ids.New(clock));
            db.Add(rules);
        }

        return rules.Set(rowCap, keptDays) is { } refusal ? refusal : await db.SaveAsync(ct);
    }
}

/// <summary>Which exports a person sees: their own, and those they may decide on.</summary>
internal static class ExportSight
{
    public static IQueryable<ExportJob> SeenBy(this IQueryable<ExportJob> jobs, CurrentScope scope)
    {
        if (scope.SeesAllDealers && scope.May(PlatformPermissions.ExportsApprove))
        {
            return jobs;
        }

        var me = scope.UserId;
        var dealers = scope.May(PlatformPermissions.ExportsApprove) ? scope.DealerIds.ToList() : [];
        return jobs.Where(j => j.ById == me || (j.DealerId != null && dealers.Contains(j.DealerId.Value)));
    }
}
