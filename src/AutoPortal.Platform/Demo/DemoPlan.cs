using AutoPortal.Platform.Accounts;
using AutoPortal.Platform.Contracts;
using AutoPortal.Platform.Domain;

namespace AutoPortal.Platform.Demo;

/// <summary>What a demonstration tenant consists of.</summary>
internal sealed record DemoPlan(
    string Identifier,
    string Name,
    string Brand,
    string AccentColor,
    string LevelScheme,
    int Dealers,
    int Advisors,
    IReadOnlyList<DemoRegion> Regions,
    IReadOnlyList<DemoSeries> Series,
    IReadOnlyList<DemoSignIn> SignIns)
{
    public const string Password = "Demo-2026!";

    public static IReadOnlyList<DemoPlan> All { get; } = [Chenxing(), Beichen()];

    public static DemoPlan? Of(string identifier) => All.FirstOrDefault(p => p.Identifier == identifier);

    private static DemoPlan Chenxing() => new(
        "chenxing", "晨星汽车", "晨星", Tenant.DefaultAccent, Domain.Brand.LongScheme, 120, 1_500,
        DemoMap.China,
        [
            new("cx7", "晨岳 CX7", "Chenyue CX7", "suv", "plug_in", 16_980_000),
            new("cs5", "晨曦 CS5", "Chenxi CS5", "sedan", "fuel", 11_980_000),
            new("ce3", "晨动 CE3", "Chendong CE3", "hatchback", "electric", 9_980_000),
            new("cm8", "晨旅 CM8", "Chenlü CM8", "mpv", "hybrid", 23_980_000),
        ],
        [
            new("admin@chenxing.demo", "苏文博", RoleTemplate.PlatformAdmin, MembershipReach.Tenant),
            new("operator@chenxing.demo", "林若彤", RoleTemplate.CampaignOperator, MembershipReach.Tenant),
            new("region@chenxing.demo", "周立衡", RoleTemplate.RegionalManager, MembershipReach.Region),
            new("manager@chenxing.demo", "陈国栋", RoleTemplate.DealerManager, MembershipReach.Dealer),
            new("marketing@chenxing.demo", "许佳宁", RoleTemplate.DealerMarketing, MembershipReach.Dealer),
            new("advisor@chenxing.demo", "王思远", RoleTemplate.SalesAdvisor, MembershipReach.Own),
            new("advisor2@chenxing.demo", "赵雨桐", RoleTemplate.SalesAdvisor, MembershipReach.Own),
            new("dual@demo", "沈知行", RoleTemplate.CampaignOperator, MembershipReach.Tenant),
        ]);

    private static DemoPlan Beichen() => new(
        "beichen", "北辰汽车", "北辰", "#0B7A53", Domain.Brand.ShortScheme, 6, 48,
        [.. DemoMap.China.Where(r => r.Code is "HB" or "HD")],
        [
            new("b6", "北辰 B6", "Beichen B6", "sedan", "fuel", 12_580_000),
            new("b9", "北辰 B9", "Beichen B9", "suv", "hybrid", 19_880_000),
        ],
        [
            new("admin@beichen.demo", "郭明远", RoleTemplate.PlatformAdmin, MembershipReach.Tenant),
            new("operator@beichen.demo", "何静怡", RoleTemplate.CampaignOperator, MembershipReach.Tenant),
            new("region@beichen.demo", "马志强", RoleTemplate.RegionalManager, MembershipReach.Region),
            new("manager@beichen.demo", "高建华", RoleTemplate.DealerManager, MembershipReach.Dealer),
            new("advisor@beichen.demo", "罗子涵", RoleTemplate.SalesAdvisor, MembershipReach.Own),
            new("dual@demo", "沈知行", RoleTemplate.RegionalManager, MembershipReach.Region),
        ]);
}

internal sealed record DemoSeries(string Code, string Name, string NameEn, string BodyStyle, string Energy, long PriceFromFen);

/// <summary>A person with the public password. Region people get the first region, dealer people its first dealer.</summary>
internal sealed record DemoSignIn(string Email, string Name, string Role, MembershipReach Reach);

internal sealed record DemoRegion(string Code, string Name, IReadOnlyList<DemoSubRegion> SubRegions);

internal sealed record DemoSubRegion(string Code, string Name, IReadOnlyList<DemoPlace> Places);

internal sealed record DemoPlace(string Province, string City, string District);
