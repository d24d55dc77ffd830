using AutoPortal.Kernel.Data;
using AutoPortal.Kernel.Paging;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Kernel.Time;
using AutoPortal.Platform.Contracts;
using AutoPortal.Platform.Data;
using AutoPortal.Platform.Directories;
using AutoPortal.Platform.Domain;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Platform.Organisation;

/// <summary>Dealers within reach.</summary>
internal sealed class DealerQueries(IDbContextFactory<PlatformDb> dbs, OrganisationMemory memory, CurrentScope scope, TimeProvider clock)
{
    private DateOnly Today => ShanghaiTime.DateOf(clock.GetUtcNow());

    /// <summary>By <c>code</c> (own order), <c>name</c> or <c>city</c>. Filters: <c>node</c> (brand, region or sub-region id), <c>kind</c>, <c>state</c>, <c>leads</c> (<c>on</c>, <c>off</c>).</summary>
    public async Task<Page<DealerRow>> ListAsync(PageRequest page, CancellationToken ct)
    {
        if (!scope.May(PlatformPermissions.OrganisationRead))
        {
            return Page<DealerRow>.Empty;
        }

        var today = Today;
        var tree = (await memory.GetAsync(scope.TenantId, ct)).Tree;
        await using var db = await dbs.CreateDbContextAsync(ct);
        var dealers = DealerFilters.Narrow(db.Dealers.AsNoTracking(), page, today);
        var total = await dealers.LongCountAsync(ct);
        var found = await DealerOrder.After(dealers, page)
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
            SnakeCaseNames.Of(f.Dealer.StateOn(today).ToString()),
            f.Dealer.AcceptsLeads,
            f.Dealer.LeftOn));
        return rows.Count > page.Size
            ? new Page<DealerRow>(rows[..page.Size], DealerOrder.MarkOf(found[page.Size - 1].Dealer, page), total)
            : new Page<DealerRow>(rows, null, total);
    }

    /// <summary>One dealer with its places in the tree, latest first; null where it is not within reach.</summary>
    public async Task<DealerDetails?> FindAsync(Guid dealerId, CancellationToken ct)
    {
        if (!scope.May(PlatformPermissions.OrganisationRead))
        {
            return null;
        }

        var today = Today;
        var tree = (await memory.GetAsync(scope.TenantId, ct)).Tree;
        await using var db = await dbs.CreateDbContextAsync(ct);
        if (await db.Dealers.Include(d => d.Placements).SingleOrDefaultAsync(d => d.Id == dealerId, ct) is not { } dealer)
        {
            return null;
        }

        var members = await db.Memberships.CountAsync(m => m.DealerId == dealerId && m.IsActive && m.FromOn <= today && (m.UntilOn == null || m.UntilOn > today), ct);
        return Details(dealer, db.VersionOf(dealer), members, today, tree);
    }

    private static DealerDetails Details(Dealer dealer, uint version, int members, DateOnly today, OrganisationTree tree) => new(
        dealer.Id,
        version,
        dealer.BrandId,
        dealer.Code,
        new(dealer.Name, dealer.Kind, dealer.Province, dealer.City, dealer.District, dealer.Address, dealer.Hotline, dealer.Contact, dealer.At),
        new(dealer.OpenDays, dealer.OpensAt, dealer.ClosesAt, dealer.AcceptsChannels, dealer.SeriesCodes, dealer.LeadCapacity),
        SnakeCaseNames.Of(dealer.StateOn(today).ToString()),
        dealer.AcceptsLeads,
        dealer.OpeningOn,
        dealer.SuspendReason,
        dealer.SuspendedUntilOn,
        dealer.LeftOn,
        dealer.LeaveReason,
        tree.LabelOf(dealer.SuccessorId),
        members,
        [.. dealer.Placements.OrderByDescending(p => p.FromOn).Select(p => new PlacementRow(tree.LabelOf(p.RegionId) ?? "", tree.LabelOf(p.SubRegionId), p.FromOn, p.UntilOn))]);
}

/// <summary>A dealer in the list; the state is today's stored word.</summary>
public sealed record DealerRow(Guid Id, string Code, string Name, string Kind, string? Region, string? SubRegion, string City, string District, string State, bool AcceptsLeads, DateOnly? LeftOn);

/// <summary>A dealer in its drawer.</summary>
internal sealed record DealerDetails(
    Guid Id,
    uint Version,
    Guid BrandId,
    string Code,
    DealerDescription Description,
    DealerTrade Trade,
    string State,
    bool AcceptsLeads,
    DateOnly? OpeningOn,
    string? SuspendReason,
    DateOnly? SuspendedUntilOn,
    DateOnly? LeftOn,
    string? LeaveReason,
    string? Successor,
    int Members,
    IReadOnlyList<PlacementRow> Placements)
{
    public bool HasLeft => State == "left";
}

/// <summary>A place in the tree; <paramref name="UntilOn"/> is the first day on which it no longer holds.</summary>
public sealed record PlacementRow(string Region, string? SubRegion, DateOnly FromOn, DateOnly? UntilOn);
