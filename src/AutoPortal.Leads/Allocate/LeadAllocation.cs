using AutoPortal.Customers.Contracts;
using AutoPortal.Kernel.Time;
using AutoPortal.Leads.Data;
using AutoPortal.Leads.Domain;
using AutoPortal.Platform.Contracts;

namespace AutoPortal.Leads.Allocate;

/// <summary>Starts allocations: for many leads at once, with everything they ask for read once.</summary>
internal sealed class LeadAllocation(IOrganisation organisation, ISeriesCatalogue series, IAdvisorRoster roster, ICustomerDirectory customers)
{
    public Task<Market> MarketAsync(CancellationToken ct) => Market.OfAsync(organisation, series, ct);

    /// <summary>Holds the tenant's allocation until the context is saved or dropped.</summary>
    public async Task<AllocationRun> BeginAsync(LeadsDb db, Market market, DateTimeOffset now, CancellationToken ct)
    {
        await RotationStore.LockAsync(db, ct);
        var loads = await DeskLoads.ReadAsync(db, ShanghaiTime.StartOf(ShanghaiTime.DateOf(now)), ct);
        return new(db, market, loads, roster, customers);
    }
}
