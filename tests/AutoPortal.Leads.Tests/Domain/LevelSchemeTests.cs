using AutoPortal.Kernel.Time;
using AutoPortal.Leads.Domain;

namespace AutoPortal.Leads.Tests.Domain;

public sealed class LevelSchemeTests
{
    [Theory]
    [InlineData("7天内", "H", "H")]
    [InlineData("15天内", "A", "A")]
    [InlineData("1个月内", "A", "B")]
    [InlineData("3个月内", "B", "C")]
    [InlineData("半年内", "C", "C")]
    [InlineData("1年内", "C", "C")]
    [InlineData("1年以上", "C", "C")]
    [InlineData("7d", "H", "H")]
    [InlineData("3m", "B", "C")]
    [InlineData("over_1y", "C", "C")]
    [InlineData("", "N", "N")]
    [InlineData(null, "N", "N")]
    [InlineData("someday", "N", "N")]
    public void The_answer_gives_the_level_of_the_brands_scheme(string? answer, string longScheme, string shortScheme)
    {
        LevelScheme.Read("scheme_long").LevelFor(PurchaseWindows.Find(answer)).ToString().ShouldBe(longScheme);
        LevelScheme.Read("scheme_short").LevelFor(PurchaseWindows.Find(answer)).ToString().ShouldBe(shortScheme);
    }

    [Theory]
    [InlineData("N", 24, 1, 15)]
    [InlineData("H", 24, 1, 2)]
    [InlineData("A", 72, 1, 4)]
    [InlineData("B", 168, 1, 7)]
    [InlineData("C", 360, 1, 15)]
    [InlineData("O", 72, 1, 3)]
    [InlineData("T", 72, 1, 3)]
    public void Each_level_has_its_next_contact_and_the_days_that_may_be_chosen(string level, int hours, int from, int to)
    {
        var at = LeadLevels.Read(level);

        LevelScheme.Long.DefaultNextContact(at, Make.Now).ShouldBe(Make.Now.AddHours(hours));
        for (var day = 0; day <= 40; day++)
        {
            var refusal = LevelScheme.Long.CheckNextContact(at, Make.Now.AddDays(day), Make.Now);
            (refusal is null).ShouldBe(day >= from && day <= to, $"{level}, {day} days");
        }
    }

    [Fact]
    public void Without_a_next_contact_there_is_no_follow_up()
        => LevelScheme.Long.CheckNextContact(LeadLevel.B, null, Make.Now).ShouldBe(LeadRefusals.NextContactIsMissing);

    [Fact]
    public void A_contact_in_the_past_is_no_next_contact()
        => LevelScheme.Long.CheckNextContact(LeadLevel.B, Make.Now.AddDays(-1), Make.Now)!.Code.ShouldBe("leads.next_contact_is_out_of_range");

    [Fact]
    public void Days_are_counted_in_Shanghai_not_in_UTC()
    {
        var lateEvening = ShanghaiTime.At(new(2026, 3, 2), new(23, 30));

        LevelScheme.Long.CheckNextContact(LeadLevel.H, ShanghaiTime.At(new(2026, 3, 3), new(0, 10)), lateEvening).ShouldBeNull();
        LevelScheme.Long.CheckNextContact(LeadLevel.H, ShanghaiTime.At(new(2026, 3, 4), new(23, 59)), lateEvening).ShouldBeNull();
        LevelScheme.Long.CheckNextContact(LeadLevel.H, ShanghaiTime.At(new(2026, 3, 5), new(0, 0)), lateEvening).ShouldNotBeNull();
    }

    [Fact]
    public void A_refused_date_comes_with_the_days_that_would_do()
        => LevelScheme.Long.CheckNextContact(LeadLevel.A, Make.Now.AddDays(5), Make.Now)!.Details
            .ShouldBe(["A", new DateOnly(2026, 3, 3), new DateOnly(2026, 3, 6)]);

    [Fact]
    public void A_brand_may_keep_slower_ranges_of_its_own()
    {
        var slow = LevelScheme.Short.With(new Dictionary<LeadLevel, ContactRange> { [LeadLevel.H] = new(TimeSpan.FromDays(7), 1, 7) });

        slow.CheckNextContact(LeadLevel.H, Make.Now.AddDays(7), Make.Now).ShouldBeNull();
        slow.ContactFor(LeadLevel.B).ShouldBe(LevelScheme.Short.ContactFor(LeadLevel.B));
        slow.LevelFor(PurchaseWindow.Within1Month).ShouldBe(LeadLevel.B);
    }

    [Fact]
    public void An_unknown_scheme_is_not_taken_for_another()
        => Should.Throw<FormatException>(() => LevelScheme.Read("scheme_medium"));
}
