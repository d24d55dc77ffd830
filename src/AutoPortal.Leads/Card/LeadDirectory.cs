using AutoPortal.Leads.Contracts;
using AutoPortal.Leads.Data;
using AutoPortal.Leads.Domain;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Leads.Card;

/// <summary>Answers other modules.</summary>
internal sealed class LeadDirectory(IDbContextFactory<LeadsDb> dbs) : ILeadDirectory
{
    public async Task<IReadOnlyDictionary<Guid, int>> CountOpenByAdvisorAsync(IReadOnlyCollection<Guid> advisorIds, CancellationToken ct)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        return await db.Leads
            .Where(l => l.OwnerId != null && advisorIds.Contains(l.OwnerId.Value) && LeadStates.Worked.Contains(l.State))
            .GroupBy(l => l.OwnerId!.Value)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, ct);
    }

    public async Task<IReadOnlyDictionary<Guid, int>> CountByCustomerAsync(IReadOnlyCollection<Guid> customerIds, CancellationToken ct)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        return await db.Leads
            .Where(l => l.CustomerId != null && customerIds.Contains(l.CustomerId.Value))
            .GroupBy(l => l.CustomerId!.Value)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, ct);
    }

    public async Task<IReadOnlyList<LeadFacts>> OfCustomerAsync(Guid customerId, CancellationToken ct)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        var leads = await db.Leads.Where(l => l.CustomerId == customerId).OrderByDescending(l => l.Id)
            .Select(l => new { l.Id, l.BrandId, l.State, l.Level, l.Heat, l.DealerId, l.OwnerId, l.SeriesCode, l.CreatedAt })
            .ToListAsync(ct);
        return leads.ConvertAll(l => new LeadFacts(l.Id, l.BrandId, l.State.Word(), l.Level.ToString(), StoredWord<HeatBand>.Of(l.Heat), l.DealerId, l.OwnerId, l.SeriesCode, l.CreatedAt));
    }
}
