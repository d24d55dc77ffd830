using AutoPortal.Leads.Domain;
using AutoPortal.Platform.Contracts;

namespace AutoPortal.Leads.Tests.Domain;

public sealed class DealerChoiceTests
{
    private static readonly Place Tianhe = new("广东", "广州", "天河区");
    private static readonly DealerFacts InDistrict = Make.Dealer(1);
    private static readonly DealerFacts InCity = Make.Dealer(2, district: "越秀区");
    private static readonly DealerFacts InProvince = Make.Dealer(3, city: "深圳", district: "南山区");
    private static readonly DealerFacts Elsewhere = Make.Dealer(4, "上海", "上海", "浦东新区");
    private static readonly DealerFacts[] All = [Elsewhere, InProvince, InCity, InDistrict];

    [Fact]
    public void The_dealer_that_the_person_named_goes_before_all_nearer_ones()
        => Decide(Request(named: Elsewhere.Id)).ShouldBeChosen(Elsewhere, AllocationRule.NamedDealer);

    [Fact]
    public void A_dealer_who_knows_the_person_goes_before_nearer_ones()
        => Decide(Request(related: [Elsewhere.Id])).ShouldBeChosen(Elsewhere, AllocationRule.RelatedDealer);

    [Fact]
    public void The_nearest_relation_goes_first()
        => Decide(Request(related: [InProvince.Id, Elsewhere.Id])).ShouldBeChosen(InProvince, AllocationRule.RelatedDealer);

    [Fact]
    public void Then_the_district_the_city_and_the_province_decide_in_this_order()
    {
        Decide(Request()).ShouldBeChosen(InDistrict, AllocationRule.SameDistrict);
        Decide(Request(), [Elsewhere, InProvince, InCity]).ShouldBeChosen(InCity, AllocationRule.SameCity);
        Decide(Request(), [Elsewhere, InProvince]).ShouldBeChosen(InProvince, AllocationRule.SameProvince);
    }

    [Fact]
    public void With_no_dealer_in_the_province_the_lead_waits_in_the_list_of_HQ()
    {
        var decision = Decide(Request(), [Elsewhere]);

        (decision.ChosenId, decision.Rule).ShouldBe((null, AllocationRule.HqList));
        decision.SkippedElsewhere.ShouldBe(1);
    }

    [Fact]
    public void A_person_of_an_unknown_place_waits_in_the_list_of_HQ()
        => Decide(Request() with { Place = Place.Nowhere }).Rule.ShouldBe(AllocationRule.HqList);

    public static TheoryData<string, string> Obstacles() => new()
    {
        { "closed", "closed" },
        { "accepts_no_leads", "accepts_no_leads" },
        { "channels", "channel_not_accepted" },
        { "series", "series_not_sold" },
        { "full", "full" },
    };

    [Theory]
    [MemberData(nameof(Obstacles))]
    public void A_dealer_that_cannot_take_the_lead_is_passed_over_even_when_named_and_the_reason_is_kept(string obstacle, string why)
    {
        var named = obstacle switch
        {
            "closed" => Make.Dealer(1, isActive: false),
            "accepts_no_leads" => Make.Dealer(1, acceptsLeads: false),
            "channels" => Make.Dealer(1, channels: ["showroom", "referral"]),
            "series" => Make.Dealer(1, series: ["s5"]),
            _ => Make.Dealer(1, capacity: 3),
        };

        var decision = DealerChoice.Decide(Request(named: named.Id), PlacedDealer.From([named, InCity]), new Dictionary<Guid, int> { [named.Id] = 3 }, new());

        decision.ShouldBeChosen(InCity, AllocationRule.SameCity);
        decision.Candidates.Single(c => c.Id == named.Id).WhyNot.ShouldBe([why]);
        decision.Candidates.Single(c => c.Id == InCity.Id).WhyNot.ShouldBeEmpty();
    }

    [Fact]
    public void What_a_dealer_does_not_restrict_it_accepts()
    {
        var open = Make.Dealer(1, channels: ["activity"], series: ["x7"], capacity: 4);

        DealerChoice.Decide(Request(), PlacedDealer.From([open]), new Dictionary<Guid, int> { [open.Id] = 3 }, new()).ShouldBeChosen(open, AllocationRule.SameDistrict);
        Decide(Request() with { SeriesCode = null }, [Make.Dealer(1, series: ["s5"])]).ChosenId.ShouldNotBeNull();
    }

    [Fact]
    public void Dealers_of_one_place_take_turns()
    {
        DealerFacts[] three = [Make.Dealer(1), Make.Dealer(2), Make.Dealer(3)];
        var rotation = new RotationBook();

        var chosen = Enumerable.Range(0, 9).Select(_ => DealerChoice.Decide(Request(), PlacedDealer.From(three), new Dictionary<Guid, int>(), rotation).ChosenId!.Value).ToList();

        chosen.Take(3).Distinct().Count().ShouldBe(3);
        chosen.CountBy(c => c).ShouldAllBe(c => c.Value == 3);
    }

    [Fact]
    public void The_same_input_gives_the_same_answer_in_whatever_order_dealers_are_listed()
    {
        DealerFacts[] dealers = [.. Enumerable.Range(1, 20).Select(n => Make.Dealer(n))];

        var one = Run(dealers);
        var other = Run([.. dealers.Reverse()]);

        other.ShouldBe(one);

        static List<Guid?> Run(DealerFacts[] listed)
        {
            var rotation = new RotationBook();
            return [.. Enumerable.Range(0, 50).Select(_ => DealerChoice.Decide(Request(), PlacedDealer.From(listed), new Dictionary<Guid, int>(), rotation).ChosenId)];
        }
    }

    [Fact]
    public void Dealers_of_another_brand_are_no_candidates()
        => Decide(Request(named: Make.Id(9)), [Make.Dealer(9) with { BrandId = Make.Id(60) }]).ShouldSatisfyAllConditions(
            d => d.Rule.ShouldBe(AllocationRule.HqList),
            d => d.Candidates.ShouldBeEmpty());

    private static DealerRequest Request(Guid? named = null, Guid[]? related = null) => new(Make.Brand, named, related ?? [], "activity", "x7", Tianhe);

    private static Allocation Decide(DealerRequest request, DealerFacts[]? dealers = null)
        => DealerChoice.Decide(request, PlacedDealer.From(dealers ?? All), new Dictionary<Guid, int>(), new());
}

internal static class AllocationChecks
{
    public static void ShouldBeChosen(this Allocation decision, DealerFacts dealer, AllocationRule rule)
        => (decision.ChosenId, decision.Rule).ShouldBe((dealer.Id, rule));
}
