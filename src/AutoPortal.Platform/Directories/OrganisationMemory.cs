using AutoPortal.Kernel.Data;
using AutoPortal.Kernel.Messaging;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Kernel.Time;
using AutoPortal.Platform.Contracts;
using AutoPortal.Platform.Data;
using AutoPortal.Platform.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AutoPortal.Platform.Directories;

/// <summary>Each tenant's tree and catalogue of the day, read once and kept until a word says that they changed.</summary>
internal sealed class OrganisationMemory : IDisposable
{
    private readonly Remembered<(Guid Tenant, DateOnly On), OrganisationOfDay> _known;
    private readonly IDisposable _listening;
    private readonly ScopeRunner _scopes;
    private readonly TimeProvider _clock;

    public OrganisationMemory(ScopeRunner scopes, ILiveBus bus, TimeProvider clock)
    {
        _scopes = scopes;
        _clock = clock;
        _known = new(key => ReadAsync(key.Tenant, key.On));
        _listening = bus.SubscribeAll(PlatformTopics.Organisation, word =>
        {
            if (word.Payload == LiveMessage.Resync)
            {
                _known.Forget(_ => true);
            }
            else
            {
                Forget(word.TenantId);
            }

            return Task.CompletedTask;
        });
    }

    public ValueTask<OrganisationOfDay> GetAsync(Guid tenantId, CancellationToken ct)
        => _known.GetAsync((tenantId, ShanghaiTime.DateOf(_clock.GetUtcNow())), ct);

    public void Forget(Guid tenantId) => _known.Forget(key => key.Tenant == tenantId);

    public void Dispose() => _listening.Dispose();

    private async Task<OrganisationOfDay> ReadAsync(Guid tenantId, DateOnly on)
    {
        _known.Forget(key => key.Tenant == tenantId && key.On < on);
        OrganisationOfDay? read = null;
        await _scopes.RunAsync(tenantId, "organisation", async (services, ct) =>
        {
            await using var db = await services.GetRequiredService<IDbContextFactory<PlatformDb>>().CreateDbContextAsync(ct);
            var brands = await db.Brands.OrderBy(b => b.Code).Select(b => new BrandFacts(b.Id, b.Code, b.Name, b.LevelScheme)).ToListAsync(ct);
            var regions = await db.Regions.OrderBy(r => r.Code).Select(r => new RegionFacts(r.Id, r.BrandId, r.Code, r.Name) { IsClosed = r.ClosedOn != null }).ToListAsync(ct);
            var subRegions = await db.SubRegions.OrderBy(s => s.Code).Select(s => new SubRegionFacts(s.Id, s.RegionId, s.Code, s.Name) { IsClosed = s.ClosedOn != null }).ToListAsync(ct);
            var series = await db.Series.OrderBy(s => s.Rank).ThenBy(s => s.Code).Select(s => new SeriesFacts(s.Id, s.BrandId, s.Code, s.Name, s.NameEn, s.BodyStyle, s.Energy, s.PriceFromFen, s.IsOnSale)).ToListAsync(ct);
            var dealers = await db.Dealers.AsNoTracking().Include(d => d.Placements).OrderBy(d => d.Code).ToListAsync(ct);
            read = new OrganisationOfDay(new OrganisationTree(brands, regions, subRegions, dealers.ConvertAll(d => Facts(d, on))), series);
        }, CancellationToken.None);
        return read!;
    }

    private static DealerFacts Facts(Dealer dealer, DateOnly on)
    {
        var placement = dealer.PlacementOn(on);
        return new DealerFacts(
            dealer.Id,
            dealer.BrandId,
            placement?.RegionId,
            placement?.SubRegionId,
            dealer.Code,
            dealer.Name,
            dealer.Province,
            dealer.City,
            dealer.District,
            dealer.IsActiveOn(on),
            dealer.AcceptsLeads,
            dealer.AcceptsChannels,
            dealer.SeriesCodes,
            dealer.LeadCapacity,
            dealer.OpensAt,
            dealer.ClosesAt)
        {
            State = SnakeCaseNames.Of(dealer.StateOn(on).ToString()),
            Kind = dealer.Kind,
            LeftOn = dealer.LeftOn,
            SuccessorId = dealer.SuccessorId,
            OpenDays = dealer.OpenDays,
            Address = dealer.Address,
            Hotline = dealer.Hotline,
        };
    }
}

/// <summary>One tenant as it stands on a day in Shanghai.</summary>
internal sealed record OrganisationOfDay(OrganisationTree Tree, IReadOnlyList<SeriesFacts> Series);
