using AutoPortal.Customers.Contracts;
using AutoPortal.Kernel.Time;
using AutoPortal.Leads.Data;
using AutoPortal.Leads.Domain;
using AutoPortal.Platform.Contracts;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Leads.Allocate;

/// <summary>Starts allocations: for many leads at once, with everything they ask for read once.</summary>
internal sealed class LeadAllocation(IDbContextFactory<LeadsDb> dbs, IOrganisation organisation, ISeriesCatalogue series, IAdvisorRoster roster, ICustomerDirectory customers)
{
    /// <param name="ct">Cancels.</param>
    /// <param name="rules">Instead of the tenant's own, for a look at what other rules would do.</param>
    public async Task<Market> MarketAsync(CancellationToken ct, CleaningRules? rules = null)
    {
        ServiceLevels? levels;
        CleaningAliases aliases;
        await using (var db = await dbs.CreateDbContextAsync(ct))
        {
            levels = await db.ServiceLevels.AsNoTracking().SingleOrDefaultAsync(ct);
            rules ??= (await db.CleaningRuleSets.AsNoTracking().OrderByDescending(r => r.Version).FirstOrDefaultAsync(ct))?.Rules;
            aliases = new((await db.CleaningAliases.AsNoTracking().ToListAsync(ct)).Select(a => (a.Field, a.Word, a.Code)));
        }

        return await Market.OfAsync(organisation, series, new(levels ?? ServiceLevels.Default, rules ?? CleaningRules.Default, aliases), ct);
    }

    /// <summary>Holds the tenant's allocation until the context is saved or dropped.</summary>
    public async Task<AllocationRun> BeginAsync(LeadsDb db, Market market, DateTimeOffset now, CancellationToken ct)
    {
        await RotationStore.LockAsync(db, ct);
        var loads = await DeskLoads.ReadAsync(db, ShanghaiTime.StartOf(ShanghaiTime.DateOf(now)), ct);
        return new(db, market, loads, roster, customers);
    }
}
