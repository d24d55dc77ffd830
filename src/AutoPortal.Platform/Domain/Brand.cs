using AutoPortal.Kernel.Data;
using AutoPortal.Kernel.Outcomes;

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

    public static IReadOnlyList<string> Schemes { get; } = [ShortScheme, LongScheme];

    public string Code { get; private set; }

    public string Name { get; private set; }

    /// <summary>How its leads are rated. Source: domain language §4.2.</summary>
    public string LevelScheme { get; private set; }

    /// <summary>A scheme counts for leads rated from now on; what was rated stays as it was.</summary>
    public Refusal? Describe(string name, string levelScheme)
    {
        name = WrittenName.Tidy(name);
        if (name.Length is 0 or > NodeName.Longest)
        {
            return PlatformRefusals.NameMissing;
        }

        if (!Schemes.Contains(levelScheme))
        {
            return PlatformRefusals.SchemeUnknown;
        }

        (Name, LevelScheme) = (name, levelScheme);
        return null;
    }
}
