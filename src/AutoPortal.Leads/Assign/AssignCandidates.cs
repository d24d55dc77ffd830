using AutoPortal.Kernel.Time;
using AutoPortal.Leads.Data;
using AutoPortal.Leads.Domain;
using AutoPortal.Platform.Contracts;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Leads.Assign;

/// <summary>An advisor who could be given a lead by hand, with what lies on the desk.</summary>
internal sealed record AssignCandidate(AdvisorFacts Advisor, AdvisorLoad Load)
{
    public bool HasRoom => Load.Open < Advisor.OpenLeadCap && Load.NewToday < Advisor.DailyNewCap;
}

/// <summary>Who at a dealer can be given a lead: those on duty with room first, the emptiest desk before the others.</summary>
internal sealed class AssignCandidates(IDbContextFactory<LeadsDb> dbs, IAdvisorRoster roster, TimeProvider clock)
{
    public async Task<IReadOnlyList<AssignCandidate>> OfAsync(Guid dealerId, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var advisors = await roster.OnDutyAsync([dealerId], now, ct);
        await using var db = await dbs.CreateDbContextAsync(ct);
        var loads = await DeskLoads.ReadAsync(db, ShanghaiTime.StartOf(ShanghaiTime.DateOf(now)), ct);
        return
        [
            .. advisors
                .Select(a => new AssignCandidate(a, loads.Advisors.GetValueOrDefault(a.UserId)))
                .OrderByDescending(c => c.Advisor.IsOnDuty).ThenByDescending(c => c.HasRoom).ThenBy(c => c.Load.Open).ThenBy(c => c.Advisor.Name, StringComparer.Ordinal),
        ];
    }
}
