using AutoPortal.Kernel.Data;

namespace AutoPortal.Platform.Domain;

/// <summary>大区.</summary>
internal sealed class Region : TenantEntity
{
    public Region(Guid id, Guid brandId, string code, string name)
    {
        Id = id;
        BrandId = brandId;
        Code = code;
        Name = name;
    }

    public Guid BrandId { get; private set; }

    public string Code { get; private set; }

    public string Name { get; private set; }
}
