using System.Collections.Frozen;

namespace AutoPortal.Leads.Domain;

/// <summary>Province and city in short form, district as written officially; null where nothing known was written.</summary>
internal sealed record Place(string? Province, string? City, string? District)
{
    public static readonly Place Nowhere = new(null, null, null);
}

/// <summary>China's administrative divisions: brings written places to one form, and says which part it does not know (domain language §4.4, rule 5).</summary>
internal static class Divisions
{
    private static readonly IReadOnlyDictionary<string, Dictionary<string, string[]>> Provinces = FactFile.Read<DivisionFile>("divisions.json").Provinces;

    private static readonly FrozenDictionary<string, string> ProvinceByName = Provinces.Keys
        .SelectMany(p => Spellings(p, ["省", "市", "自治区", "壮族自治区", "回族自治区", "维吾尔自治区", "特别行政区"]).Select(name => (name, p)))
        .ToFrozenDictionary(x => x.name, x => x.p);

    private static readonly FrozenDictionary<string, (string Province, string City)[]> CitiesByName = Provinces
        .SelectMany(p => p.Value.Keys.SelectMany(c => Spellings(c, ["市", "地区", "盟", "自治州"]).Select(name => (name, p.Key, c))))
        .GroupBy(x => x.name)
        .ToFrozenDictionary(g => g.Key, g => g.Select(x => (x.Key, x.c)).ToArray());

    /// <summary>All provinces, in short form.</summary>
    public static IEnumerable<string> ProvinceNames => Provinces.Keys;

    /// <summary>Cities of a province, or of all where it is null.</summary>
    public static IEnumerable<string> CityNames(string? province)
        => province is not null && Provinces.TryGetValue(province, out var cities) ? cities.Keys : Provinces.Values.SelectMany(p => p.Keys).Distinct();

    /// <summary>Districts of a city.</summary>
    public static IEnumerable<string> DistrictNames(string? province, string? city)
        => province is not null && city is not null && Provinces.TryGetValue(province, out var cities) && cities.TryGetValue(city, out var districts) ? districts : [];

    /// <summary>Reads three written names. A city of one province only brings its province along; nothing else is inferred.</summary>
    /// <returns>The place, and the names of the parts that were written but not known.</returns>
    public static (Place Place, IReadOnlyList<string> Unknown) Read(string? province, string? city, string? district)
    {
        var unknown = new List<string>();
        var knownProvince = Known("province", province, ProvinceByName.GetValueOrDefault, unknown);
        var (cityProvince, knownCity) = FindCity(knownProvince, city, unknown);
        knownProvince ??= cityProvince;
        var knownDistrict = Known("district", district, written => FindDistrict(knownProvince, knownCity, written), unknown);
        return (new(knownProvince, knownCity, knownDistrict), unknown);
    }

    private static (string? Province, string? City) FindCity(string? province, string? city, List<string> unknown)
    {
        (string Province, string City)? found = null;
        Known("city", city, written =>
        {
            var cities = CitiesByName.GetValueOrDefault(written, []).Where(c => province is null || c.Province == province).ToList();
            found = cities is [var only] ? only : null;
            return found?.City;
        }, unknown);
        return (found?.Province, found?.City);
    }

    private static string? FindDistrict(string? province, string? city, string written)
    {
        if (province is null || city is null)
        {
            return null;
        }

        var districts = Provinces[province][city];
        if (districts.Contains(written))
        {
            return written;
        }

        var sameStem = districts.Where(d => d[..^1] == written).ToList();
        return sameStem is [var only] ? only : null;
    }

    private static string? Known(string part, string? written, Func<string, string?> find, List<string> unknown)
    {
        if (string.IsNullOrWhiteSpace(written))
        {
            return null;
        }

        var known = find(written.Trim());
        if (known is null)
        {
            unknown.Add(part);
        }

        return known;
    }

    private static IEnumerable<string> Spellings(string name, string[] endings)
        => endings.Select(ending => name + ending).Prepend(name);

    private sealed record DivisionFile(string Source, DateOnly Updated, Dictionary<string, Dictionary<string, string[]>> Provinces);
}
