using AutoPortal.Kernel.Time;
using AutoPortal.Leads.Domain;
using AutoPortal.Platform.Contracts;

namespace AutoPortal.Leads.Allocate;

/// <summary>What a tenant set for itself about its leads.</summary>
internal sealed record TenantRules(ServiceLevels Levels, CleaningRules Rules, CleaningAliases Aliases);

/// <summary>Brands, dealers and series of the tenant as they stand now, in the form in which the rules of leads ask for them.</summary>
internal sealed class Market
{
    private readonly Dictionary<Guid, LevelScheme> _schemes;
    private readonly Dictionary<Guid, IReadOnlyList<PlacedDealer>> _dealers;
    private readonly Dictionary<Guid, DealerFacts> _dealerById;
    private readonly Dictionary<Guid, Dictionary<string, string>> _series;
    private readonly Dictionary<Guid, CleaningFacts> _facts = [];

    private Market(OrganisationTree tree, IReadOnlyList<SeriesFacts> series, TenantRules own)
    {
        Own = own;
        _schemes = tree.Brands.ToDictionary(b => b.Id, b => LevelScheme.Read(b.LevelScheme));
        _dealers = tree.Dealers.GroupBy(d => d.BrandId).ToDictionary(g => g.Key, PlacedDealer.From);
        _dealerById = tree.Dealers.ToDictionary(d => d.Id);
        Brands = ByName(tree.Brands, b => b.Id, b => b.Code, b => b.Name);
        BrandNames = [.. tree.Brands.Select(b => b.Name)];
        SeriesNames = [.. series.Where(s => s.IsOnSale).Select(s => s.Name)];
        _series = series.GroupBy(s => s.BrandId).ToDictionary(
            g => g.Key,
            g => g.SelectMany(s => new[] { (s.Code, s), (s.Name, s), (s.NameEn, s) }).DistinctBy(n => n.Item1, StringComparer.OrdinalIgnoreCase).ToDictionary(n => n.Item1, n => n.s.Code, StringComparer.OrdinalIgnoreCase));
    }

    public static async Task<Market> OfAsync(IOrganisation organisation, ISeriesCatalogue series, TenantRules own, CancellationToken ct)
        => new(await organisation.TreeAsync(ct), await series.ListAsync(ct), own);

    /// <summary>What the tenant set.</summary>
    public TenantRules Own { get; }

    /// <summary>The tenant's limits.</summary>
    public ServiceLevels Levels => Own.Levels;

    /// <summary>Brands by code and by name.</summary>
    public IReadOnlyDictionary<string, Guid> Brands { get; }

    /// <summary>Names of the brands, series and codes of the dealers, as files may write them.</summary>
    public IReadOnlyList<string> BrandNames { get; }

    /// <inheritdoc cref="BrandNames"/>
    public IReadOnlyList<string> SeriesNames { get; }

    /// <inheritdoc cref="BrandNames"/>
    public IReadOnlyList<string> DealerCodes => [.. _dealerById.Values.Where(d => d.IsActive).Select(d => d.Code).Order(StringComparer.Ordinal)];

    /// <summary>The brand of whoever names none; null where the tenant has several.</summary>
    public Guid? OnlyBrandId => _schemes.Count == 1 ? _schemes.Keys.Single() : null;

    public LevelScheme SchemeOf(Guid? brandId) => _schemes.GetValueOrDefault(brandId ?? Guid.Empty, LevelScheme.Long);

    public IReadOnlyList<PlacedDealer> DealersOf(Guid brandId) => _dealers.GetValueOrDefault(brandId, []);

    public IReadOnlyDictionary<string, string> SeriesOf(Guid brandId) => _series.GetValueOrDefault(brandId, []);

    /// <summary>What rules 3–5 look up for a brand, but for the contact's own.</summary>
    public CleaningFacts FactsOf(Guid? brandId)
    {
        var brand = brandId ?? Guid.Empty;
        return _facts.TryGetValue(brand, out var facts) ? facts : _facts[brand] = CleaningFacts.None with
        {
            Rules = Own.Rules,
            Aliases = Own.Aliases,
            SeriesByName = SeriesOf(brand),
            DealersByName = ByName(_dealerById.Values.Where(d => d.BrandId == brand), d => d.Id, d => d.Code, d => d.Name),
        };
    }

    public DealerFacts? Dealer(Guid dealerId) => _dealerById.GetValueOrDefault(dealerId);

    /// <summary>The clocks of a dealer; the house's default hours where it has none that make a day.</summary>
    public ServiceClocks ClocksOf(Guid dealerId)
        => new(BusinessCalendar.China, Dealer(dealerId) is { } dealer && dealer.OpensAt < dealer.ClosesAt ? new(dealer.OpensAt, dealer.ClosesAt) : WorkingHours.Default, Levels);

    public DealerSeat SeatAt(DealerFacts dealer, DateTimeOffset at)
        => new(dealer.Id, dealer.RegionId, dealer.SubRegionId, ClocksOf(dealer.Id).AcceptBy(at).At, Own.Rules.ProtectionDays);

    private static Dictionary<string, Guid> ByName<T>(IEnumerable<T> all, Func<T, Guid> id, params Func<T, string>[] names)
        => all.SelectMany(one => names.Select(name => (Name: name(one), Id: id(one)))).DistinctBy(n => n.Name, StringComparer.OrdinalIgnoreCase).ToDictionary(n => n.Name, n => n.Id, StringComparer.OrdinalIgnoreCase);
}
