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
    public async Task<Market> MarketAsync(CancellationToken ct) => await Market.OfAsync(organisation, series, await LevelsAsync(ct), ct);

    /// <summary>Holds the tenant's allocation until the context is saved or dropped.</summary>
    public async Task<AllocationRun> BeginAsync(LeadsDb db, Market market, DateTimeOffset now, CancellationToken ct)
    {
        await RotationStore.LockAsync(db, ct);
        var loads = await DeskLoads.ReadAsync(db, ShanghaiTime.StartOf(ShanghaiTime.DateOf(now)), ct);
        return new(db, market, loads, roster, customers);
    }

    private async Task<ServiceLevels> LevelsAsync(CancellationToken ct)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        return await db.ServiceLevels.AsNoTracking().SingleOrDefaultAsync(ct) ?? ServiceLevels.Default;
    }
}
