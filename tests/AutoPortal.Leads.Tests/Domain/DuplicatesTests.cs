using AutoPortal.Leads.Domain;

namespace AutoPortal.Leads.Tests.Domain;

public sealed class DuplicatesTests
{
    private static readonly Guid X = Make.Id(1);
    private static readonly Guid Y = Make.Id(2);

    [Fact]
    public void A_person_without_a_lead_is_new()
        => Decide(null).ShouldBe(DuplicateDecision.New);

    [Theory]
    [InlineData("raw")]
    [InlineData("cleaned")]
    [InlineData("nurturing")]
    [InlineData("dispatched")]
    [InlineData("following")]
    [InlineData("ordered")]
    [InlineData("lost_pending")]
    [InlineData("dormant")]
    [InlineData("public_pool")]
    public void An_open_lead_with_the_same_named_dealer_takes_the_enquiry_in(string state)
        => Decide(X, Known(11, named: X, state: state)).ShouldBe(new(DuplicateKind.Collision, Make.Id(11)));

    [Fact]
    public void Naming_nobody_is_a_key_of_its_own()
    {
        Decide(null, Known(11, named: null)).Kind.ShouldBe(DuplicateKind.Collision);
        Decide(null, Known(11, named: X)).Kind.ShouldBe(DuplicateKind.New);
    }

    [Fact]
    public void Two_named_dealers_are_two_leads_and_the_first_protects_its_dispatch()
    {
        Decide(Y, Known(11, named: X, dealer: X, protectedDays: 10)).ShouldBe(new(DuplicateKind.ProtectedByOtherDealer, Make.Id(11)));
        Decide(Y, Known(11, named: X, dealer: X, protectedDays: 0)).Kind.ShouldBe(DuplicateKind.New);
        Decide(Y, Known(11, named: X, dealer: X, protectedDays: -1)).Kind.ShouldBe(DuplicateKind.New);
    }

    [Fact]
    public void A_lead_that_a_dealer_holds_without_being_named_protects_it_too()
        => Decide(Y, Known(11, named: null, dealer: X, protectedDays: 10)).Kind.ShouldBe(DuplicateKind.ProtectedByOtherDealer);

    [Fact]
    public void A_lead_still_with_HQ_or_already_closed_protects_nobody()
    {
        Decide(Y, Known(11, named: X, dealer: null, protectedDays: 10)).Kind.ShouldBe(DuplicateKind.New);
        Decide(Y, Known(11, named: X, dealer: X, state: "lost", protectedDays: 10)).Kind.ShouldBe(DuplicateKind.New);
    }

    [Fact]
    public void Where_only_lost_or_invalid_leads_stand_the_newest_comes_back()
        => Decide(X, Known(11, named: X, state: "lost", age: 9), Known(12, named: X, state: "invalid", age: 3), Known(13, named: X, state: "lost", age: 5))
            .ShouldBe(new(DuplicateKind.Reactivate, Make.Id(12)));

    [Fact]
    public void An_open_lead_goes_before_a_newer_lost_one()
        => Decide(X, Known(11, named: X, state: "following", age: 9), Known(12, named: X, state: "lost", age: 1))
            .ShouldBe(new(DuplicateKind.Collision, Make.Id(11)));

    [Theory]
    [InlineData("merged")]
    [InlineData("delivered")]
    public void A_merged_or_delivered_lead_stands_in_nobodys_way(string state)
        => Decide(X, Known(11, named: X, state: state)).ShouldBe(DuplicateDecision.New);

    [Fact]
    public void Another_brand_is_another_intention()
        => Duplicates.Decide(Make.Id(50), X, [Known(11, named: X)], Make.Now).ShouldBe(DuplicateDecision.New);

    [Fact]
    public void The_order_in_which_leads_are_read_decides_nothing()
    {
        KnownLead[] leads = [Known(11, named: X, state: "lost"), Known(12, named: X, state: "lost"), Known(13, named: X, state: "lost")];

        Decide(X, leads).ShouldBe(Decide(X, [.. leads.Reverse()]));
    }

    private static DuplicateDecision Decide(Guid? named, params KnownLead[] leads) => Duplicates.Decide(Make.Brand, named, leads, Make.Now);

    private static KnownLead Known(int n, Guid? named, string state = "following", Guid? dealer = null, int age = 1, int protectedDays = 0)
        => new(Make.Id(n), Make.Brand, named, dealer, StoredWord<LeadState>.Read(state), Make.Now.AddDays(-age), Make.Now.AddDays(protectedDays));
}
