using AutoPortal.Kernel.Data;
using AutoPortal.Kernel.Imports;
using AutoPortal.Kernel.Outcomes;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Platform.Contracts;
using AutoPortal.Platform.Data;
using AutoPortal.Platform.Directories;
using AutoPortal.Platform.Domain;
using AutoPortal.Platform.Scopes;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Platform.Imports.Dealers;

/// <summary>经销商文件: a dealer is found by its code, or by what its exported row carries.</summary>
internal sealed class DealerFile(IDbContextFactory<PlatformDb> dbs, DealerCells cells, IOrganisation organisation, OrganisationMemory memory, ScopeResolver scopes, CurrentScope scope, TimeProvider clock) : ImportKind<PlatformDb>(dbs, clock)
{
    private readonly TimeProvider _time = clock;

    public override string Code => "dealers";

    public override string Permission => PlatformPermissions.OrganisationManage;

    public override string Icon => "store";

    public override Type Texts => typeof(PlatformTexts);

    public override IReadOnlyList<ImportField> Fields => DealerCells.Fields;

    public override async Task<IReadOnlyDictionary<string, IReadOnlyList<string>>> ChoicesAsync(CancellationToken ct)
    {
        var tree = await organisation.TreeAsync(ct);
        return new Dictionary<string, IReadOnlyList<string>>
        {
            [DealerCells.Region] = [.. tree.Regions.Where(r => !r.IsClosed).Select(r => r.Name)],
            [DealerCells.SubRegion] = [.. tree.SubRegions.Where(s => !s.IsClosed).Select(s => s.Name)],
            [DealerCells.Kind] = [.. DealerKind.All.Select(cells.WordOf)],
            [DealerCells.AcceptsLeads] = ["是", "否"],
        };
    }

    public override string? AddressOf(Guid rootId) => PlatformRoutes.DealerOf(rootId);

    protected override async Task<Outcome<ImportRules<PlatformDb>>> RulesAsync(ImportOrder order, CancellationToken ct)
        => order.DealerIds is not null ? Refusal.NotAllowed
            : order.BrandId is { } brand ? new DealerFileRules(order, brand, await cells.ReadDictionariesAsync(brand, ct), _time)
            : ImportRefusals.BrandIsMissing;

    protected override Guid? RootOf(TenantEntity row) => row switch
    {
        Dealer dealer => dealer.Id,
        DealerPlacement place => place.DealerId,
        Region region => region.Id,
        SubRegion subRegion => subRegion.Id,
        _ => null,
    };

    // A dealer that people work for stays, and so does a region in which others stand.
    protected override async Task<IReadOnlySet<Guid>> NeededAsync(PlatformDb db, IReadOnlyList<Guid> roots, CancellationToken ct)
    {
        var staffed = await db.Memberships.Where(m => m.DealerId != null && roots.Contains(m.DealerId.Value)).Select(m => m.DealerId!.Value).Distinct().ToListAsync(ct);
        var placed = await db.Placements.Where(p => !(roots.Contains(p.DealerId) && !staffed.Contains(p.DealerId)) && (roots.Contains(p.RegionId) || (p.SubRegionId != null && roots.Contains(p.SubRegionId.Value)))).Select(p => new { p.RegionId, p.SubRegionId }).ToListAsync(ct);
        var filled = placed.Select(p => p.SubRegionId).OfType<Guid>().ToList();
        var parents = await db.SubRegions.Where(s => (!roots.Contains(s.Id) || filled.Contains(s.Id)) && roots.Contains(s.RegionId)).Select(s => s.RegionId).ToListAsync(ct);
        return staffed.Concat(placed.Select(p => p.RegionId)).Concat(filled).Concat(parents).Where(roots.Contains).ToHashSet();
    }

    protected override Task TakenBackAsync(PlatformDb db, IReadOnlyList<Guid> roots, CancellationToken ct)
    {
        db.Announce(PlatformTopics.Organisation, "");
        return Task.CompletedTask;
    }

    protected override void Saved()
    {
        memory.Forget(scope.TenantId);
        scopes.Forget();
    }
}
