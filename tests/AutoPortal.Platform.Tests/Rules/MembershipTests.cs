using AutoPortal.Platform.Contracts;
using AutoPortal.Platform.Domain;

namespace AutoPortal.Platform.Tests.Rules;

public sealed class MembershipTests
{
    private static readonly DateOnly Today = new(2026, 11, 26);
    private static readonly Role Advisor = new(Guid.NewGuid(), RoleTemplate.SalesAdvisor, []);
    private static readonly Role Manager = new(Guid.NewGuid(), RoleTemplate.DealerManager, []);
    private static readonly Guid Shop = Guid.NewGuid();
    private static readonly Guid Boss = Guid.NewGuid();
    private static readonly MemberDescription Description = new("王思远", Today, null, 60, 20, ["置换"]);

    [Fact]
    public void A_role_sits_where_it_is_at_home()
    {
        var member = Hired();

        member.Appoint(Manager, new(MembershipReach.Dealer, Shop), Boss).ShouldBeNull();
        member.Appoint(Manager, new(MembershipReach.Tenant, null), Boss).ShouldBe(PlatformRefusals.RoleNotThere);
        member.Appoint(Advisor, new(MembershipReach.Own, null), Boss).ShouldBe(PlatformRefusals.RoleNotThere);
        (member.RoleId, member.DealerId).ShouldBe((Manager.Id, Shop));
    }

    [Fact]
    public void Nobody_appoints_or_ends_themselves()
    {
        var member = Hired();

        member.Appoint(Manager, new(MembershipReach.Dealer, Shop), member.AccountId).ShouldBe(PlatformRefusals.CannotAppointYourself);
        member.End(Today, Today, member.AccountId).ShouldBe(PlatformRefusals.CannotLockYourself);
    }

    [Fact]
    public void What_cannot_be_is_refused_and_changes_nothing()
    {
        var member = Hired();

        member.Describe(Description with { Name = "" }).ShouldBe(PlatformRefusals.NameMissing);
        member.Describe(Description with { UntilOn = Today }).ShouldBe(PlatformRefusals.MemberDaysTurned);
        member.Describe(Description with { OpenLeadCap = -1 }).ShouldBe(PlatformRefusals.CapOutOfRange);
        member.Describe(Description with { Tags = [new string('长', 21)] }).ShouldBe(PlatformRefusals.TooManyTags);
        member.End(Today.AddDays(-1), Today, Boss).ShouldBe(PlatformRefusals.EndInThePast);
        member.Name.ShouldBe("王思远");
    }

    [Fact]
    public void Whoever_works_at_a_leaving_dealer_ends_with_it_unless_they_end_before()
    {
        var (stays, goes) = (Hired(), Hired());
        goes.End(Today.AddDays(1), Today, Boss).ShouldBeNull();

        stays.EndWithDealer(Today.AddDays(5));
        goes.EndWithDealer(Today.AddDays(5));

        (stays.UntilOn, goes.UntilOn).ShouldBe((Today.AddDays(5), Today.AddDays(1)));
    }

    private static Membership Hired() => new(Guid.NewGuid(), Guid.NewGuid(), "王思远", Advisor.Id, MembershipReach.Own, Shop, Today);
}
