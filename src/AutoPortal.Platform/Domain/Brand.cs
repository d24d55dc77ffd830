using AutoPortal.Kernel.Data;

namespace AutoPortal.Platform.Domain;

internal sealed class Brand : TenantEntity
{
    public const string ShortScheme = "scheme_short";
    public const string LongScheme = "scheme_long";

    public Brand(Guid id, string code, string name, string levelScheme)
    {
        Id = id;
        Code = code;
        Name = name;
        LevelScheme = levelScheme;
    }

    public string Code { get; private set; }

    public string Name { get; private set; }

    /// <summary>How its leads are rated. Source: domain language §4.2.</summary>
    public string LevelScheme { get; private set; }
}
