using AutoPortal.Kernel.Data;

namespace AutoPortal.Platform.Domain;

/// <summary>小区.</summary>
internal sealed class SubRegion : TenantEntity
{
    public SubRegion(Guid id, Guid regionId, string code, string name)
    {
        Id = id;
        RegionId = regionId;
        Code = code;
        Name = name;
    }

    public Guid RegionId { get; private set; }

    public string Code { get; private set; }

    public string Name { get; private set; }
}
