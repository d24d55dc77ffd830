using AutoPortal.Kernel.Time;
using AutoPortal.Leads.Domain;
using AutoPortal.Platform.Contracts;

namespace AutoPortal.Leads.Allocate;

/// <summary>Brands, dealers and series of the tenant as they stand now, in the form in which the rules of leads ask for them.</summary>
internal sealed class Market
{
    private readonly Dictionary<Guid, LevelScheme> _schemes;
    private readonly Dictionary<Guid, IReadOnlyList<PlacedDealer>> _dealers;
    private readonly Dictionary<Guid, DealerFacts> _dealerById;
    private readonly Dictionary<Guid, Dictionary<string, string>> _series;
    private readonly ServiceLevels _levels;

    private Market(OrganisationTree tree, IReadOnlyList<SeriesFacts> series, ServiceLevels levels)
    {
        _levels = levels;
        _schemes = tree.Brands.ToDictionary(b => b.Id, b => LevelScheme.Read(b.LevelScheme));
        _dealers = tree.Dealers.GroupBy(d => d.BrandId).ToDictionary(g => g.Key, PlacedDealer.From);
        _dealerById = tree.Dealers.ToDictionary(d => d.Id);
        _series = series.GroupBy(s => s.BrandId).ToDictionary(
            g => g.Key,
            g => g.SelectMany(s => new[] { (s.Code, s), (s.Name, s), (s.NameEn, s) }).DistinctBy(n => n.Item1).ToDictionary(n => n.Item1, n => n.s.Code, StringComparer.OrdinalIgnoreCase));
    }

    public static async Task<Market> OfAsync(IOrganisation organisation, ISeriesCatalogue series, ServiceLevels levels, CancellationToken ct)
        => new(await organisation.TreeAsync(ct), await series.ListAsync(ct), levels);

    /// <summary>The tenant's limits.</summary>
    public ServiceLevels Levels => _levels;

    public LevelScheme SchemeOf(Guid brandId) => _schemes.GetValueOrDefault(brandId, LevelScheme.Long);

    public IReadOnlyList<PlacedDealer> DealersOf(Guid brandId) => _dealers.GetValueOrDefault(brandId, []);

    public IReadOnlyDictionary<string, string> SeriesOf(Guid brandId) => _series.GetValueOrDefault(brandId, []);

    public DealerFacts? Dealer(Guid dealerId) => _dealerById.GetValueOrDefault(dealerId);

    /// <summary>The clocks of a dealer; the house's default hours where it has none that make a day.</summary>
    public ServiceClocks ClocksOf(Guid dealerId)
        => new(BusinessCalendar.China, Dealer(dealerId) is { } dealer && dealer.OpensAt < dealer.ClosesAt ? new(dealer.OpensAt, dealer.ClosesAt) : WorkingHours.Default, _levels);

    public DealerSeat SeatAt(DealerFacts dealer, DateTimeOffset at)
        => new(dealer.Id, dealer.RegionId, dealer.SubRegionId, ClocksOf(dealer.Id).AcceptBy(at).At);
}
