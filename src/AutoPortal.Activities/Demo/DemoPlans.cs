using AutoPortal.Activities.Domain;

namespace AutoPortal.Activities.Demo;

/// <summary>An activity of the demonstration.</summary>
/// <param name="Slug">Its address.</param>
/// <param name="TitleZh">Chinese name.</param>
/// <param name="TitleEn">English name.</param>
/// <param name="OpenedDaysAgo">When sign-up opened.</param>
/// <param name="ClosesInDays">When it closes; negative where it has.</param>
/// <param name="Quota">Places.</param>
/// <param name="SignUps">How many have signed up so far.</param>
/// <param name="Moves">What has been done with it.</param>
/// <param name="Words">What fills the page's template: Chinese and English by name.</param>
internal sealed record DemoActivity(
    string Slug,
    string TitleZh,
    string TitleEn,
    int OpenedDaysAgo,
    int ClosesInDays,
    int Quota,
    int SignUps,
    IReadOnlyList<ActivityMove> Moves,
    IReadOnlyDictionary<string, (string Zh, string En)> Words)
{
    public string VenueZh { get; init; } = "全国授权门店";

    public string VenueEn { get; init; } = "Authorised dealers nationwide";

    public string Skin { get; init; } = "day";

    /// <summary>A document of its own among the embedded ones; null takes the template of Pages.</summary>
    public string? Document { get; init; }
}

/// <summary>The activities of the demonstration tenants.</summary>
internal static class DemoPlans
{
    private static readonly ActivityMove[] Live = [ActivityMove.Submit, ActivityMove.Approve, ActivityMove.Start];

    public static IReadOnlyList<DemoActivity> Of(string tenant) => tenant switch
    {
        "chenxing" => [Autumn, Night, Summer],
        "beichen" => [Winter],
        _ => [],
    };

    private static DemoActivity Autumn { get; } = new("autumn-test-drive", "金秋试驾会", "Autumn test drives", 24, 26, 5_000, 486, Live, Words(
        ("badge", "金秋限定", "This autumn"),
        ("period", "即日起，每天 9:00–18:00", "Every day, 9:00–18:00")))
    {
        Skin = "autumn",
        Document = "autumn-test-drive",
    };

    private static DemoActivity Night { get; } = new("city-night-drive", "城市夜驾体验", "City night drives", 12, 16, 300, 187, Live, Words(
        ("badge", "夜间专场", "After dark"),
        ("subtitle", "避开晚高峰，在夜色里安静地开一圈", "After the rush, a quiet round through the lit city"),
        ("period", "每周五、周六 19:00–22:00", "Fridays and Saturdays, 19:00–22:00"),
        ("gift", "到店领取车载香氛一份", "A car fragrance when you come")))
    {
        VenueZh = "参与活动的门店",
        VenueEn = "Dealers that take part",
        Skin = "night",
    };

    private static DemoActivity Summer { get; } = new("summer-family-day", "夏日亲子试驾日", "Summer family day", 110, -60, 200, 164, [.. Live, ActivityMove.End], Words(
        ("badge", "亲子专场", "For families"),
        ("subtitle", "大人试驾，孩子画车", "You drive, the children draw"),
        ("period", "活动已结束", "This has ended"),
        ("gift", "亲子画具一套", "A drawing set")));

    private static DemoActivity Winter { get; } = new("winter-test-drive", "冬日冰雪试驾", "Winter test drives", 15, 40, 800, 96, Live, Words(
        ("badge", "冬季体验", "Winter"),
        ("subtitle", "四驱与冬胎，雪天也有底气", "All-wheel drive and winter tyres"),
        ("period", "即日起，每天 9:30–17:30", "Every day, 9:30–17:30"),
        ("gift", "到店领取除雪铲一把", "A snow brush when you come")))
    {
        Skin = "festival",
    };

    private static Dictionary<string, (string Zh, string En)> Words(params (string Name, string Zh, string En)[] words)
        => words.ToDictionary(w => w.Name, w => (w.Zh, w.En), StringComparer.Ordinal);
}
