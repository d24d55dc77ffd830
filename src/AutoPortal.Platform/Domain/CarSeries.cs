using AutoPortal.Kernel.Data;
using AutoPortal.Kernel.Outcomes;

namespace AutoPortal.Platform.Domain;

/// <summary>A car series, 车系.</summary>
internal sealed class CarSeries : TenantEntity
{
    public const long HighestPriceFen = 10_000_000_00;

    public CarSeries(Guid id, Guid brandId, string code, string name, string nameEn, string bodyStyle, string energy, long priceFromFen)
    {
        Id = id;
        BrandId = brandId;
        Code = code;
        Name = name;
        NameEn = nameEn;
        BodyStyle = bodyStyle;
        Energy = energy;
        PriceFromFen = priceFromFen;
    }

    public static IReadOnlyList<string> BodyStyles { get; } = ["suv", "sedan", "hatchback", "mpv"];

    public static IReadOnlyList<string> Energies { get; } = ["fuel", "hybrid", "plug_in", "electric"];

    public Guid BrandId { get; private set; }

    public string Code { get; private set; }

    public string Name { get; private set; }

    public string NameEn { get; private set; }

    public string BodyStyle { get; private set; }

    public string Energy { get; private set; }

    public long PriceFromFen { get; private set; }

    public bool IsOnSale { get; private set; } = true;

    /// <summary>Place in choices and lists, from 0; ties go by code.</summary>
    public int Rank { get; private set; }

    public static Outcome<CarSeries> Found(Guid id, Guid brandId, string code, SeriesDescription description)
    {
        var series = new CarSeries(id, brandId, WrittenName.Tidy(code), "", "", "", "", 0);
        return !WrittenName.IsCode(series.Code) ? PlatformRefusals.CodeMalformed
            : series.Describe(description) is { } refusal ? refusal
            : series;
    }

    /// <returns>Why not, or null where it was done; then nothing was changed.</returns>
    public Refusal? Describe(SeriesDescription wanted)
    {
        var (name, nameEn) = (WrittenName.Tidy(wanted.Name), WrittenName.Tidy(wanted.NameEn));
        if (name.Length is 0 or > NodeName.Longest || nameEn.Length > NodeName.Longest)
        {
            return PlatformRefusals.NameMissing;
        }

        if (!BodyStyles.Contains(wanted.BodyStyle) || !Energies.Contains(wanted.Energy))
        {
            return PlatformRefusals.SeriesKindUnknown;
        }

        if (wanted.PriceFromFen is < 0 or > HighestPriceFen)
        {
            return PlatformRefusals.PriceOutOfRange;
        }

        // Pages in English must not show an empty name.
        (Name, NameEn) = (name, nameEn.Length == 0 ? name : nameEn);
        (BodyStyle, Energy, PriceFromFen) = (wanted.BodyStyle, wanted.Energy, wanted.PriceFromFen);
        return null;
    }

    public void Sell(bool isOnSale) => IsOnSale = isOnSale;

    public void StandAt(int rank) => Rank = rank;
}

/// <summary>What a series is.</summary>
internal sealed record SeriesDescription(string Name, string NameEn, string BodyStyle, string Energy, long PriceFromFen);
