using AutoPortal.Leads.Domain;
using AutoPortal.Platform.Contracts;

namespace AutoPortal.Leads.Tests.Domain;

public sealed class AdvisorChoiceTests
{
    private static readonly Guid Dealer = Make.Id(7);

    [Fact]
    public void Whoever_already_serves_the_person_gets_the_lead_even_off_duty_and_with_a_full_desk()
    {
        var decision = Decide([Make.AdvisorAt(7, 1), Make.AdvisorAt(7, 2, openCap: 0, isOnDuty: false)], same: Make.Id(2));

        (decision.ChosenId, decision.Rule).ShouldBe((Make.Id(2), AllocationRule.SameAdvisor));
    }

    [Fact]
    public void Somebody_who_left_the_dealer_is_not_followed()
        => Decide([Make.AdvisorAt(7, 1)], same: Make.Id(2)).ChosenId.ShouldBe(Make.Id(1));

    [Fact]
    public void The_best_matching_tags_decide_among_those_who_can_take_it()
    {
        AdvisorFacts[] roster = [Make.AdvisorAt(7, 1, tags: ["suv"]), Make.AdvisorAt(7, 2, tags: ["suv", "family"]), Make.AdvisorAt(7, 3, tags: ["suv", "family", "ev"], isOnDuty: false)];

        var decision = Decide(roster, tags: ["suv", "family", "ev"]);

        (decision.ChosenId, decision.Rule).ShouldBe((Make.Id(2), AllocationRule.Affinity));
        decision.Candidates.Single(c => c.Id == Make.Id(3)).WhyNot.ShouldBe(["off_duty"]);
    }

    [Fact]
    public void Equal_affinity_is_no_affinity()
        => Decide([Make.AdvisorAt(7, 1, tags: ["suv"]), Make.AdvisorAt(7, 2, tags: ["suv"])], tags: ["suv"]).Rule.ShouldBe(AllocationRule.Rotation);

    [Theory]
    [InlineData(59, 9, true, "")]
    [InlineData(60, 0, true, "desk_full")]
    [InlineData(0, 10, true, "enough_today")]
    [InlineData(61, 11, true, "desk_full,enough_today")]
    [InlineData(0, 0, false, "off_duty")]
    public void Off_duty_a_full_desk_and_enough_new_leads_today_each_speak_against_an_advisor(int open, int today, bool onDuty, string whyNot)
    {
        var decision = Decide([Make.AdvisorAt(7, 1, isOnDuty: onDuty)], loads: new() { [Make.Id(1)] = new(open, today) });

        string.Join(',', decision.Candidates.Single().WhyNot).ShouldBe(whyNot);
        decision.Rule.ShouldBe(whyNot.Length == 0 ? AllocationRule.Rotation : AllocationRule.NobodyAvailable);
        decision.ChosenId.ShouldBe(whyNot.Length == 0 ? Make.Id(1) : null);
    }

    [Fact]
    public void Advisors_of_another_dealer_are_no_candidates()
        => Decide([Make.AdvisorAt(8, 1)]).ShouldSatisfyAllConditions(
            d => d.Rule.ShouldBe(AllocationRule.NobodyAvailable),
            d => d.Candidates.ShouldBeEmpty());

    [Theory]
    [InlineData(1.0, 1.0, 1.0, 1.0)]
    [InlineData(1.0, 0.0, 0.0, 0.4)]
    [InlineData(0.0, 1.0, 0.0, 0.3)]
    [InlineData(0.0, 0.0, 1.0, 0.3)]
    [InlineData(0.0, 0.0, 0.0, 0.2)]
    [InlineData(0.25, 0.1, 0.05, 0.2)]
    [InlineData(0.9, 0.5, 0.1, 0.54)]
    public void The_weight_follows_the_record_and_never_falls_under_a_fifth(double followTimely, double arrival, double deal, double weight)
        => new AdvisorRecord(followTimely, arrival, deal).Weight.ShouldBe(weight, 1e-9);

    [Fact]
    public void A_newcomer_stands_in_the_middle()
        => default(AdvisorRecord).Weight.ShouldBe(0.5, 1e-9);

    [Fact]
    public void The_rotation_gives_each_in_proportion_to_the_weight_and_nobody_starves()
    {
        var records = new Dictionary<Guid, AdvisorRecord> { [Make.Id(1)] = new(1, 1, 1), [Make.Id(2)] = new(1, 0, 0), [Make.Id(3)] = new(0, 0, 0) };
        var rotation = new RotationBook();
        AdvisorFacts[] roster = [Make.AdvisorAt(7, 1), Make.AdvisorAt(7, 2), Make.AdvisorAt(7, 3)];

        var got = Enumerable.Range(0, 160)
            .Select(_ => AdvisorChoice.Decide(new(Dealer, null, []), roster, new Dictionary<Guid, AdvisorLoad>(), records, rotation).ChosenId!.Value)
            .CountBy(id => id).ToDictionary();

        (got[Make.Id(1)], got[Make.Id(2)], got[Make.Id(3)]).ShouldBe((100, 40, 20));
    }

    [Fact]
    public void The_turns_go_on_where_they_were_stored()
    {
        AdvisorFacts[] roster = [Make.AdvisorAt(7, 1), Make.AdvisorAt(7, 2), Make.AdvisorAt(7, 3)];
        var whole = new RotationBook();
        var expected = Enumerable.Range(0, 10).Select(_ => Next(whole)).ToList();

        var stored = new List<RotationTurn>();
        var got = new List<Guid>();
        for (var i = 0; i < 10; i++)
        {
            var book = new RotationBook(stored);
            got.Add(Next(book));
            stored = [.. stored.Where(t => !book.Changed.Any(c => c.MemberId == t.MemberId)), .. book.Changed];
        }

        got.ShouldBe(expected);

        Guid Next(RotationBook book) => AdvisorChoice.Decide(new(Dealer, null, []), roster, new Dictionary<Guid, AdvisorLoad>(), new Dictionary<Guid, AdvisorRecord>(), book).ChosenId!.Value;
    }

    private static Allocation Decide(AdvisorFacts[] roster, Guid? same = null, string[]? tags = null, Dictionary<Guid, AdvisorLoad>? loads = null)
        => AdvisorChoice.Decide(new(Dealer, same, tags ?? []), roster, loads ?? [], new Dictionary<Guid, AdvisorRecord>(), new());
}
