using AutoPortal.Kernel.Data;

namespace AutoPortal.Platform.Domain;

/// <summary>A car series, 车系.</summary>
internal sealed class CarSeries : TenantEntity
{
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

    public Guid BrandId { get; private set; }

    public string Code { get; private set; }

    public string Name { get; private set; }

    public string NameEn { get; private set; }

    public string BodyStyle { get; private set; }

    public string Energy { get; private set; }

    public long PriceFromFen { get; private set; }

    public bool IsOnSale { get; private set; } = true;
}
