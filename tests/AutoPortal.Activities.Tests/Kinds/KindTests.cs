using System.Text.Json.Nodes;
using AutoPortal.Activities.Kinds;
using AutoPortal.Activities.Kinds.GroupPurchase;
using AutoPortal.Activities.Kinds.ShowroomEvent;
using AutoPortal.Activities.Kinds.SignUpGift;
using AutoPortal.Activities.Kinds.Survey;
using AutoPortal.Activities.Kinds.TestDrive;
using AutoPortal.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace AutoPortal.Activities.Tests.Kinds;

public sealed class KindTests(ActivitiesFixture activities) : IClassFixture<ActivitiesFixture>
{
    private KindCatalog Catalog => activities.Services.GetRequiredService<KindCatalog>();

    [Fact]
    public void Five_kinds_are_registered_each_with_its_words_and_editor()
    {
        var text = activities.Services.GetRequiredService<IStringLocalizer<ActivitiesTexts>>();

        Catalog.All.Select(k => k.Code).ShouldBe(["test_drive_event", "group_purchase", "showroom_event", "survey", "sign_up_gift"]);
        foreach (var kind in Catalog.All)
        {
            foreach (var key in new[] { "", ".purpose", ".hint", ".form", ".button" })
            {
                text[$"kind.{kind.Code}{key}"].ResourceNotFound.ShouldBeFalse($"{kind.Code}{key}");
            }

            kind.EditorType.BaseType!.GetGenericTypeDefinition().ShouldBe(typeof(KindEditor<>));
            kind.Facts(kind.Fresh()).Select(f => text[f.Key].ResourceNotFound).ShouldAllBe(missing => !missing);
        }
    }

    [Fact]
    public void Settings_are_stored_with_kind_and_version_and_come_back()
    {
        var kind = Catalog.Get("test_drive_event");

        var stored = Catalog.Write(kind, new TestDriveSettings { Minutes = 55, Route = "环湖路" });

        var json = JsonNode.Parse(stored)!;
        ((string)json["kind"]!, (int)json["version"]!, (int)json["minutes"]!).ShouldBe(("test_drive_event", 1, 55));
        var read = Catalog.Read(kind, stored).ShouldBeOfType<TestDriveSettings>();
        (read.Minutes, read.Route, read.NeedsAgreement).ShouldBe((55, "环湖路", true));
    }

    [Fact]
    public void What_was_never_stored_takes_the_defaults()
        => Catalog.Read(Catalog.Get("group_purchase"), "{}").ShouldBeOfType<GroupPurchaseSettings>().EarnestYuan.ShouldBe(1_000);

    [Fact]
    public void An_older_version_is_lifted_before_it_is_read()
        => ((Lifted)new KindCatalog([new LiftedKind()]).Read(new LiftedKind(), """{"kind":"lifted","version":1,"hours":2}""")).Minutes.ShouldBe(120);

    [Theory]
    [InlineData("10=2000\n20=4000", true)]
    [InlineData("10=2000\n20=1000", false)]
    [InlineData("20=2000\n10=4000", false)]
    [InlineData("ten=2000", false)]
    [InlineData("", false)]
    public void More_people_never_pay_more(string tiers, bool isFit)
        => Catalog.Get("group_purchase").Check(new GroupPurchaseSettings { Tiers = tiers }).Any(e => e.Field == "tiers").ShouldBe(!isFit);

    [Fact]
    public void A_gift_has_a_name_and_is_not_worth_more_than_the_law_allows()
    {
        var gift = Catalog.Get("sign_up_gift");

        gift.Check(new SignUpGiftSettings()).Select(e => e.Field).ShouldBe(["gift"]);
        gift.Check(new SignUpGiftSettings { Gift = "手机", WorthYuan = 50_001 }).Select(e => e.Field).ShouldBe(["worth"]);
    }

    [Fact]
    public void A_drive_and_an_event_stay_within_reason()
    {
        Catalog.Get("test_drive_event").Check(new TestDriveSettings { Minutes = 5, LicenceYears = -1 }).Select(e => e.Field).ShouldBe(["minutes", "licence_years"]);
        Catalog.Get("showroom_event").Check(new ShowroomEventSettings { Programme = " ", MayBring = 11 }).Select(e => e.Field).ShouldBe(["programme", "may_bring"]);
    }

    private sealed class Lifted : KindSettings
    {
        public int Minutes { get; set; }
    }

    private sealed class LiftedKind : ActivityKind<Lifted>
    {
        public override string Code => "lifted";

        public override int Version => 2;

        public override IReadOnlyList<KindLift> Lifts => [new(1, json => json["minutes"] = (int)json["hours"]! * 60)];

        public override Type EditorType => typeof(TestDriveEditor);

        public override KindParts Parts => KindParts.None;

        public override string Icon => "tag";

        protected override IEnumerable<AutoPortal.Activities.Domain.FieldError> Check(Lifted settings) => [];
    }
}
