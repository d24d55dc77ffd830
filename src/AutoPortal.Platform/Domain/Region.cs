using AutoPortal.Kernel.Data;
using AutoPortal.Kernel.Outcomes;

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

    /// <summary>Closed from this day on: history keeps its name, nothing new is placed there. Null while it stands.</summary>
    public DateOnly? ClosedOn { get; private set; }

    public static Outcome<Region> Found(Guid id, Guid brandId, string code, string name)
    {
        var read = NodeName.Read(code, name);
        return read.IsOk ? new Region(id, brandId, read.Value.Code, read.Value.Name) : read.Refusal;
    }

    public Refusal? Rename(string name)
    {
        if (NodeName.Read(Code, name) is not { IsOk: true, Value: var (_, tidy) })
        {
            return PlatformRefusals.NameMissing;
        }

        Name = tidy;
        return null;
    }

    /// <summary>Whoever closes it has seen that no dealer stands there, today or by a planned move.</summary>
    public void Close(DateOnly today) => ClosedOn ??= today;

    public void Reopen() => ClosedOn = null;
}
