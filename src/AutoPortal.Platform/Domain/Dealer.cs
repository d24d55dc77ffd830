using AutoPortal.Kernel.Data;
using AutoPortal.Kernel.Outcomes;

namespace AutoPortal.Platform.Domain;

/// <summary>经销商: what it is, how it trades, its life and its history of places in the tree.</summary>
internal sealed partial class Dealer : TenantEntity
{
    public const int LongestName = 100;
    public const int LongestPlace = 20;
    public const int LongestAddress = 200;
    public const int LongestContact = 60;
    public const int MostLeads = 100_000;

    private readonly List<DealerPlacement> _placements = [];

    public Dealer(Guid id, Guid brandId, string kind, string code, string name, string province, string city, string district)
    {
        Id = id;
        BrandId = brandId;
        Kind = kind;
        Code = code;
        Name = name;
        Province = province;
        City = city;
        District = district;
    }

    public Guid BrandId { get; private set; }

    /// <summary>One of <see cref="DealerKind.All"/>.</summary>
    public string Kind { get; private set; }

    /// <summary>What people and files call it by; it never changes.</summary>
    public string Code { get; private set; }

    public string Name { get; private set; }

    public string Province { get; private set; }

    public string City { get; private set; }

    public string District { get; private set; }

    public string Address { get; private set; } = "";

    /// <summary>The shop's own number, never a person's.</summary>
    public string Hotline { get; private set; } = "";

    /// <summary>Whom headquarters asks for.</summary>
    public string Contact { get; private set; } = "";

    public long? LatitudeMicro { get; private set; }

    public long? LongitudeMicro { get; private set; }

    public bool AcceptsLeads { get; private set; } = true;

    /// <summary>First-level lead sources; empty accepts all.</summary>
    public List<string> AcceptsChannels { get; private set; } = [];

    /// <summary>Empty sells all.</summary>
    public List<string> SeriesCodes { get; private set; } = [];

    /// <summary>Open leads it can hold; zero for no limit.</summary>
    public int LeadCapacity { get; private set; }

    /// <summary>See <see cref="OpeningDays"/>.</summary>
    public string OpenDays { get; private set; } = OpeningDays.All;

    /// <summary>Shanghai time.</summary>
    public TimeOnly OpensAt { get; private set; } = new(9, 0);

    /// <summary>Shanghai time.</summary>
    public TimeOnly ClosesAt { get; private set; } = new(18, 0);

    public IReadOnlyList<DealerPlacement> Placements => _placements;

    public Coordinates? At => LatitudeMicro is { } latitude && LongitudeMicro is { } longitude ? new(latitude, longitude) : null;

    /// <summary>A dealer whose code and description hold; its brand, place in the tree and free code are the caller's to look at.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="brandId">The brand it sells.</param>
    /// <param name="code">As written; it is kept in capitals.</param>
    /// <param name="description">What it is.</param>
    /// <param name="openingOn">First day of business where it lies ahead; null for a dealer that trades already.</param>
    public static Outcome<Dealer> Found(Guid id, Guid brandId, string code, DealerDescription description, DateOnly? openingOn = null)
    {
        code = WrittenName.Tidy(code).ToUpperInvariant();
        if (!WrittenName.IsCode(code))
        {
            return PlatformRefusals.CodeMalformed;
        }

        var dealer = new Dealer(id, brandId, description.Kind, code, description.Name, description.Province, description.City, description.District)
        {
            State = openingOn is null ? DealerState.Open : DealerState.OpeningPlanned,
            OpeningOn = openingOn,
        };
        return dealer.Describe(description) is { } refusal ? refusal : dealer;
    }

    public void SwitchLeads(bool accepts) => AcceptsLeads = accepts;

    /// <summary>Only another name; see <see cref="Describe"/> for all of it.</summary>
    public Refusal? Rename(string name)
    {
        name = WrittenName.Tidy(name);
        if (name.Length is 0 or > LongestName)
        {
            return PlatformRefusals.DealerNameMissing;
        }

        Name = name;
        return null;
    }

    /// <returns>Why not, or null where it was done; then nothing was changed.</returns>
    public Refusal? Describe(DealerDescription wanted)
    {
        var tidy = wanted with
        {
            Name = WrittenName.Tidy(wanted.Name),
            Province = WrittenName.Tidy(wanted.Province),
            City = WrittenName.Tidy(wanted.City),
            District = WrittenName.Tidy(wanted.District),
            Address = WrittenName.Tidy(wanted.Address),
            Hotline = WrittenName.Tidy(wanted.Hotline),
            Contact = WrittenName.Tidy(wanted.Contact),
        };
        if (WhyNot(tidy) is { } refusal)
        {
            return refusal;
        }

        (Name, Kind, Province, City, District) = (tidy.Name, tidy.Kind, tidy.Province, tidy.City, tidy.District);
        (Address, Hotline, Contact) = (tidy.Address, tidy.Hotline, tidy.Contact);
        (LatitudeMicro, LongitudeMicro) = (tidy.At?.LatitudeMicro, tidy.At?.LongitudeMicro);
        return null;
    }

    /// <returns>Why not, or null where it was done.</returns>
    public Refusal? Trade(DealerTrade wanted)
    {
        if (OpeningDays.Read(wanted.OpenDays) is not { } days)
        {
            return PlatformRefusals.OpeningDaysMissing;
        }

        if (wanted.OpensAt >= wanted.ClosesAt)
        {
            return PlatformRefusals.OpeningHoursTurned;
        }

        if (wanted.LeadCapacity is < 0 or > MostLeads)
        {
            return PlatformRefusals.CapacityOutOfRange;
        }

        (OpenDays, OpensAt, ClosesAt, LeadCapacity) = (days, wanted.OpensAt, wanted.ClosesAt, wanted.LeadCapacity);
        AcceptsChannels = [.. wanted.Channels.Distinct(StringComparer.Ordinal)];
        SeriesCodes = [.. wanted.SeriesCodes.Distinct(StringComparer.Ordinal)];
        return null;
    }

    private static Refusal? WhyNot(DealerDescription tidy)
        => tidy.Name.Length is 0 or > LongestName ? PlatformRefusals.DealerNameMissing
            : !DealerKind.All.Contains(tidy.Kind) ? PlatformRefusals.DealerKindUnknown
            : tidy.Province.Length is 0 or > LongestPlace || tidy.City.Length is 0 or > LongestPlace ? PlatformRefusals.DealerCityMissing
            : tidy.District.Length > LongestPlace || tidy.Address.Length > LongestAddress || tidy.Contact.Length > LongestContact ? PlatformRefusals.DealerTextTooLong
            : tidy.Hotline.Length > 0 && !WrittenName.IsHotline(tidy.Hotline) ? PlatformRefusals.HotlineMalformed
            : tidy.At is { AreInChina: false } ? PlatformRefusals.CoordinatesOutOfRange
            : null;
}
