using AutoPortal.Kernel.Paging;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Kernel.Time;
using AutoPortal.Platform.Data;
using AutoPortal.Platform.Directories;
using AutoPortal.Platform.Domain;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Platform.Organisation;

/// <summary>Dealers within reach.</summary>
internal sealed class DealerQueries(IDbContextFactory<PlatformDb> dbs, OrganisationMemory memory, CurrentScope scope, TimeProvider clock)
{
    /// <summary>Ordered by code. Filters: <c>node</c> (region or sub-region id), <c>kind</c>, <c>leads</c> (<c>on</c>, <c>off</c>).</summary>
    public async Task<Page<DealerRow>> ListAsync(PageRequest page, CancellationToken ct)
    {
        if (!scope.May(PlatformPermissions.OrganisationRead))
        {
            return Page<DealerRow>.Empty;
        }

        var today = ShanghaiTime.DateOf(clock.GetUtcNow());
        var tree = (await memory.GetAsync(scope.TenantId, ct)).Tree;
        await using var db = await dbs.CreateDbContextAsync(ct);
        var dealers = Narrow(db.Dealers.AsNoTracking(), page, today);
        var total = await dealers.LongCountAsync(ct);
        if (page.After is { } after)
        {
            dealers = page.Descending ? dealers.Where(d => d.Code.CompareTo(after) < 0) : dealers.Where(d => d.Code.CompareTo(after) > 0);
        }

        var found = await (page.Descending ? dealers.OrderByDescending(d => d.Code) : dealers.OrderBy(d => d.Code))
            .Take(page.Size + 1)
            .Select(d => new { Dealer = d, Place = d.Placements.FirstOrDefault(p => p.FromOn <= today && (p.UntilOn == null || p.UntilOn > today)) })
            .ToListAsync(ct);
        var rows = found.ConvertAll(f => new DealerRow(
            f.Dealer.Id,
            f.Dealer.Code,
            f.Dealer.Name,
            f.Dealer.Kind,
            tree.LabelOf(f.Place?.RegionId),
            tree.LabelOf(f.Place?.SubRegionId),
            f.Dealer.City,
            f.Dealer.District,
            f.Dealer.IsActive,
            f.Dealer.AcceptsLeads));
        return rows.Count > page.Size
            ? new Page<DealerRow>(rows[..page.Size], rows[page.Size - 1].Code, total)
            : new Page<DealerRow>(rows, null, total);
    }

    /// <summary>One dealer with its places in the tree, latest first; null where it is not within reach.</summary>
    public async Task<DealerDetails?> FindAsync(Guid dealerId, CancellationToken ct)
    {
        if (!scope.May(PlatformPermissions.OrganisationRead))
        {
            return null;
        }

        var tree = (await memory.GetAsync(scope.TenantId, ct)).Tree;
        await using var db = await dbs.CreateDbContextAsync(ct);
        if (await db.Dealers.AsNoTracking().Include(d => d.Placements).SingleOrDefaultAsync(d => d.Id == dealerId, ct) is not { } dealer)
        {
            return null;
        }

        var members = await db.Memberships.CountAsync(m => m.DealerId == dealerId && m.IsActive, ct);
        return new DealerDetails(
            dealer.Id,
            dealer.Code,
            dealer.Name,
            dealer.Kind,
            dealer.Province == dealer.City ? $"{dealer.City} {dealer.District}" : $"{dealer.Province} {dealer.City} {dealer.District}",
            dealer.IsActive,
            dealer.AcceptsLeads,
            dealer.SeriesCodes,
            dealer.LeadCapacity,
            dealer.OpensAt,
            dealer.ClosesAt,
            members,
            [.. dealer.Placements.OrderByDescending(p => p.FromOn).Select(p => new PlacementRow(tree.LabelOf(p.RegionId) ?? "", tree.LabelOf(p.SubRegionId), p.FromOn, p.UntilOn))]);
    }

    private static IQueryable<Dealer> Narrow(IQueryable<Dealer> dealers, PageRequest page, DateOnly today)
    {
        if (page.Filters.TryGetValue("node", out var node))
        {
            dealers = Guid.TryParse(node, out var id)
                ? dealers.Where(d => d.Placements.Any(p => (p.RegionId == id || p.SubRegionId == id) && p.FromOn <= today && (p.UntilOn == null || p.UntilOn > today)))
                : dealers.Where(d => false);
        }

        if (page.Filters.TryGetValue("kind", out var kind))
        {
            dealers = dealers.Where(d => d.Kind == kind);
        }

        if (page.Filters.TryGetValue("leads", out var leads))
        {
            dealers = leads switch
            {
                "on" => dealers.Where(d => d.AcceptsLeads),
                "off" => dealers.Where(d => !d.AcceptsLeads),
                _ => dealers.Where(d => false),
            };
        }

        return page.Search is { } words ? dealers.Where(d => d.Name.Contains(words) || d.Code.StartsWith(words.ToUpper())) : dealers;
    }
}

/// <summary>A dealer in the list.</summary>
public sealed record DealerRow(Guid Id, string Code, string Name, string Kind, string? Region, string? SubRegion, string City, string District, bool IsActive, bool AcceptsLeads);

/// <summary>A dealer in its drawer.</summary>
public sealed record DealerDetails(
    Guid Id,
    string Code,
    string Name,
    string Kind,
    string Place,
    bool IsActive,
    bool AcceptsLeads,
    IReadOnlyList<string> SeriesCodes,
    int LeadCapacity,
    TimeOnly OpensAt,
    TimeOnly ClosesAt,
    int Members,
    IReadOnlyList<PlacementRow> Placements);

/// <summary>A place in the tree; <paramref name="UntilOn"/> is the first day on which it no longer holds.</summary>
public sealed record PlacementRow(string Region, string? SubRegion, DateOnly FromOn, DateOnly? UntilOn);
