using AutoPortal.Kernel.Paging;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Kernel.Security;
using AutoPortal.Leads.Data;
using AutoPortal.Leads.Domain;
using AutoPortal.Leads.Looks;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Leads.List;

/// <summary>Leads as lists show them, within the reader's reach.</summary>
internal sealed class LeadQueries(IDbContextFactory<LeadsDb> dbs, LeadNames names, CurrentScope scope, PhoneVault vault, TimeProvider clock)
{
    // Counting further costs more than knowing it helps.
    private const int CountedUpTo = 2_000;

    /// <param name="tab">One of <see cref="LeadTab"/>; anything else shows all.</param>
    public async Task<Page<LeadRow>> ListAsync(string tab, PageRequest page, CancellationToken ct)
    {
        if (!scope.May(LeadsPermissions.Read))
        {
            return Page<LeadRow>.Empty;
        }

        var order = LeadOrder.Of(page.Sort ?? LeadOrder.DefaultOf(tab), page.Sort is null ? LeadOrder.IsNewestFirst(tab) : page.Descending);
        var (leads, total) = await ReadAsync(tab, page, order, ct);
        var shown = leads.Take(page.Size).ToList();
        return new(
            await RowsAsync(shown, ct),
            leads.Count > page.Size ? order.After(shown[^1].DueAt, shown[^1].HeatScore, shown[^1].Id) : null,
            total is null or > CountedUpTo ? null : total);
    }

    /// <summary>One lead, or null where the reader does not see it.</summary>
    public async Task<LeadRow?> FindAsync(Guid leadId, CancellationToken ct)
    {
        if (!scope.May(LeadsPermissions.Read))
        {
            return null;
        }

        return (await RowsAsync(await ReadAsync(leadId, ct), ct)).SingleOrDefault();
    }

    /// <summary>How many wait behind each of these tabs, at most <see cref="CountedUpTo"/>.</summary>
    public async Task<IReadOnlyDictionary<string, int>> CountAsync(IReadOnlyCollection<string> tabs, CancellationToken ct)
    {
        var counts = new Dictionary<string, int>();
        if (!scope.May(LeadsPermissions.Read))
        {
            return counts;
        }

        await using var db = await dbs.CreateDbContextAsync(ct);
        var now = clock.GetUtcNow();
        foreach (var tab in tabs)
        {
            counts[tab] = await LeadFilters.OfTab(db.Leads.AsNoTracking(), tab, now).OrderBy(l => l.Id).Take(CountedUpTo).CountAsync(ct);
        }

        return counts;
    }

    // The names come from another module with connections of its own: a hundred screens at once that each held one while they waited for a second would wait for ever.
    private async Task<(IReadOnlyList<LeadFacts> Leads, int? Total)> ReadAsync(string tab, PageRequest page, LeadOrder order, CancellationToken ct)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        var now = clock.GetUtcNow();
        var found = LeadFilters.Narrow(LeadFilters.OfTab(db.Leads.AsNoTracking(), tab, now), page.Filters, now);
        found = LeadFilters.Search(found, db.NameTokens, page.Search, phone => vault.Hash(scope.TenantId, phone));
        // Further pages are pages of the same list: it was counted with its first one.
        int? total = page.After is null && page.IsTotalWanted ? await found.OrderBy(l => l.Id).Take(CountedUpTo + 1).CountAsync(ct) : null;
        return (await Facts(order.Page(found, page.After).Take(page.Size + 1)).ToListAsync(ct), total);
    }

    private async Task<IReadOnlyList<LeadFacts>> ReadAsync(Guid leadId, CancellationToken ct)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        return await Facts(db.Leads.AsNoTracking().Where(l => l.Id == leadId && l.ErasedAt == null)).ToListAsync(ct);
    }

    private static IQueryable<LeadFacts> Facts(IQueryable<Lead> leads)
        => leads.Select(l => new LeadFacts(
            l.Id, l.Name, l.PhoneMask, l.Level, l.Heat, l.HeatScore, l.State, l.SeriesCode, l.LastSource,
            l.BrandId, l.DealerId, l.OwnerId, l.DueAt, l.CreatedAt, l.DispatchedAt, l.AssignedAt, EF.Property<uint>(l, "Version")));

    private async Task<IReadOnlyList<LeadRow>> RowsAsync(IReadOnlyList<LeadFacts> leads, CancellationToken ct)
    {
        if (leads.Count == 0)
        {
            return [];
        }

        var known = await names.OfAsync(leads.Select(l => l.OwnerId), ct);
        return [.. leads.Select(l => new LeadRow(
            l.Id, LeadWords.NameFor(scope, l.Name), l.PhoneMask, l.Level, l.Heat, l.State, known.Series(l.SeriesCode), l.LastSource,
            l.BrandId, l.DealerId, known.Dealer(l.DealerId), l.OwnerId, known.Person(l.OwnerId), l.DueAt, l.CreatedAt, l.DispatchedAt, l.AssignedAt) { Version = l.Version })];
    }

    private sealed record LeadFacts(
        Guid Id, string Name, string PhoneMask, LeadLevel Level, HeatBand Heat, decimal HeatScore, LeadState State, string? SeriesCode, string LastSource,
        Guid BrandId, Guid? DealerId, Guid? OwnerId, DateTimeOffset? DueAt, DateTimeOffset CreatedAt, DateTimeOffset? DispatchedAt, DateTimeOffset? AssignedAt, uint Version);
}
