using AutoPortal.Kernel.Data;
using AutoPortal.Kernel.Time;
using AutoPortal.Platform.Contracts;
using AutoPortal.Platform.Data;
using AutoPortal.Platform.Domain;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Platform.Directories;

/// <summary>Read anew each time: who is on duty changes by the minute.</summary>
internal sealed class AdvisorRoster(IDbContextFactory<PlatformDb> dbs) : IAdvisorRoster
{
    public async Task<IReadOnlyList<AdvisorFacts>> OnDutyAsync(IReadOnlyCollection<Guid> dealerIds, DateTimeOffset at, CancellationToken ct)
    {
        var on = ShanghaiTime.DateOf(at);
        await using var db = await dbs.CreateDbContextAsync(ct);
        // Allocation looks at the dealers it was given, whoever's scope it runs in.
        var advisors = await db.Memberships.IgnoreQueryFilters([ModuleDb.ReachFilter])
            .Where(m => m.Reach == MembershipReach.Own && m.DealerId != null && dealerIds.Contains(m.DealerId.Value)
                && m.IsActive && m.FromOn <= on && (m.UntilOn == null || m.UntilOn > on)
                && db.Roles.Any(r => r.Id == m.RoleId && r.Template == RoleTemplate.SalesAdvisor))
            .OrderBy(m => m.AccountId)
            .Select(m => new
            {
                m.AccountId,
                DealerId = m.DealerId!.Value,
                m.Name,
                m.OpenLeadCap,
                m.DailyNewCap,
                IsOnDuty = db.Shifts.IgnoreQueryFilters(new[] { ModuleDb.ReachFilter })
                    .Any(s => s.AccountId == m.AccountId && s.DealerId == m.DealerId && s.StartedAt <= at && (s.EndedAt == null || s.EndedAt > at)),
                m.Tags,
            })
            .ToListAsync(ct);
        return advisors.ConvertAll(a => new AdvisorFacts(a.AccountId, a.DealerId, a.Name, a.OpenLeadCap, a.DailyNewCap, a.IsOnDuty, a.Tags));
    }
}
