using AutoPortal.Activities.Domain;
using AutoPortal.Activities.Kinds;
using AutoPortal.Activities.Kinds.SignUpGift;
using AutoPortal.Activities.Kinds.TestDrive;
using AutoPortal.Kernel.Time;

namespace AutoPortal.Activities.Demo;

/// <summary>A session of the demonstration: two hours.</summary>
internal sealed record DemoSession(int InDays, TimeOnly From, int Capacity);

/// <summary>An activity of the demonstration with what belongs to it.</summary>
internal sealed record DemoKind(ActivityPlan Plan, IReadOnlyList<DemoSession> Sessions, int SignUps);

/// <summary>One for every kind.</summary>
internal static class DemoKindPlans
{
    public static IReadOnlyList<DemoKind> Of(DateOnly today, Guid brandId, KindCatalog kinds) =>
    [
        new(
            Plan(today, brandId, ActivityTypes.TestDriveEvent, "weekend-sessions", "周末场次试驾", "Weekend test-drive sessions", "到店试驾礼一份", "A welcome gift") with
            {
                Settings = kinds.Write(kinds.Get(ActivityTypes.TestDriveEvent), new TestDriveSettings { Route = "城市快速路 + 环湖山路" }),
            },
            [new(6, new(9, 30), 12), new(6, new(14, 0), 12), new(7, new(9, 30), 12)], 38),
        new(
            Plan(today, brandId, ActivityTypes.GroupPurchase, "year-end-group", "年终团购会", "Year-end group purchase", "满 30 人立减 6,000 元", "30 people, ¥6,000 off") with
            {
                Settings = kinds.Write(kinds.Get(ActivityTypes.GroupPurchase), kinds.Get(ActivityTypes.GroupPurchase).Fresh()),
            },
            [new(9, new(14, 0), 30), new(10, new(14, 0), 30)], 44),
        new(
            Plan(today, brandId, ActivityTypes.ShowroomEvent, "family-sunday", "亲子绘车日", "Families draw cars", "亲子画具一套", "A drawing set") with
            {
                Settings = kinds.Write(kinds.Get(ActivityTypes.ShowroomEvent), kinds.Get(ActivityTypes.ShowroomEvent).Fresh()),
                Fields = kinds.Get(ActivityTypes.ShowroomEvent).Fields,
            },
            [new(3, new(10, 0), 10), new(10, new(10, 0), 10)], 21),
        new(
            Plan(today, brandId, ActivityTypes.Survey, "owner-survey", "车主用车问卷", "Owners' survey", "完成即赠洗车一次", "A free car wash") with
            {
                Settings = kinds.Write(kinds.Get(ActivityTypes.Survey), DemoAnswers.Survey),
                Fields = kinds.Get(ActivityTypes.Survey).Fields,
                Audience = Audience.Everyone with { Known = AudienceWords.KnownPerson },
                Quota = 500,
            },
            [], 32),
        new(
            Plan(today, brandId, ActivityTypes.SignUpGift, "fragrance-gift", "报名领香氛", "A fragrance for signing up", "车载香氛一份", "A car fragrance") with
            {
                Settings = kinds.Write(kinds.Get(ActivityTypes.SignUpGift), new SignUpGiftSettings { Gift = "车载香氛", WorthYuan = 128 }),
                Fields = kinds.Get(ActivityTypes.SignUpGift).Fields,
                Scope = ActivityScopes.City,
                Cities = ["上海", "苏州", "杭州"],
                Quota = 60,
            },
            [], 47),
    ];

    private static ActivityPlan Plan(DateOnly today, Guid brandId, string type, string slug, string titleZh, string titleEn, string rewardZh, string rewardEn) => new()
    {
        Type = type,
        Slug = slug,
        BrandId = brandId,
        TitleZh = titleZh,
        TitleEn = titleEn,
        VenueZh = "授权门店",
        VenueEn = "Authorised dealers",
        SignUpFrom = ShanghaiTime.StartOf(today.AddDays(-9)),
        SignUpUntil = ShanghaiTime.StartOf(today.AddDays(9)),
        RunsFrom = ShanghaiTime.StartOf(today.AddDays(2)),
        RunsUntil = ShanghaiTime.StartOf(today.AddDays(12)),
        Quota = 100,
        HasWaitingList = true,
        Wording = new(new(rewardZh, rewardEn), new("每个手机号限报名一次。\n名额有限，满员后可候补。", "One sign-up for each phone number.\nPlaces are limited; you may wait when all are taken."), new("")),
    };
}
