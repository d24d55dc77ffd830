using AutoPortal.Kernel.Modules;
using AutoPortal.Leads.Allocate;
using AutoPortal.Leads.Data;
using AutoPortal.Leads.Domain;
using AutoPortal.Leads.Intake;
using AutoPortal.Platform.Contracts;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Leads.Demo;

/// <summary>Makes leads of the demonstration's sign-ups, and lets advisors have worked on them until now.</summary>
internal sealed class DemoLeads(IDbContextFactory<LeadsDb> dbs, RebuildLeads rebuild, LeadAllocation allocation, IPeopleDirectory people, TimeProvider clock) : IDemoSeed
{
    private const int BatchSize = 200;
    private readonly Dictionary<Guid, Guid?> _managers = [];

    public int Order => 60;

    public async Task SeedAsync(CancellationToken ct)
    {
        await rebuild.RunAsync(ct);
        var market = await allocation.MarketAsync(ct);
        for (var after = Guid.Empty; ;)
        {
            await using var db = await dbs.CreateDbContextAsync(ct);
            db.IsHistory = true;
            // Whoever was contacted has been worked on: a second seeding finds nobody but those who still wait.
            var leads = await db.Leads.Where(l => l.Id.CompareTo(after) > 0 && l.State == LeadState.Assigned && l.LastFollowUpAt == null).OrderBy(l => l.Id).Take(BatchSize).ToListAsync(ct);
            if (leads.Count == 0)
            {
                await rebuild.SilenceAsync(clock.GetUtcNow(), ct);
                return;
            }

            foreach (var lead in leads)
            {
                // The phone decides the person's story, so that it is the same every time.
                var dice = new Dice(Convert.ToUInt64(lead.PhoneTail + lead.EnquiryCount, 16));
                new DemoAdvisor(dice, market.SchemeOf(lead.BrandId), await ManagerOfAsync(lead.DealerId!.Value, ct), clock.GetUtcNow()).WorkOn(lead);
            }

            after = leads[^1].Id;
            await db.SaveAsync(ct);
        }
    }

    private async Task<Guid?> ManagerOfAsync(Guid dealerId, CancellationToken ct)
    {
        if (!_managers.TryGetValue(dealerId, out var manager))
        {
            var found = await people.WithRoleAsync(RoleTemplate.DealerManager, dealerId, ct);
            _managers[dealerId] = manager = found.Count > 0 ? found[0] : null;
        }

        return manager;
    }
}
