using AutoPortal.Kernel.Time;

namespace AutoPortal.Kernel.Tests.Time;

public sealed class BusinessCalendarTests
{
    private static readonly BusinessCalendar China = BusinessCalendar.China;

    [Theory]
    [InlineData("2025-01-01", "元旦")]
    [InlineData("2025-01-28", "春节")]
    [InlineData("2025-02-04", "春节")]
    [InlineData("2025-06-02", "端午节")]
    [InlineData("2025-10-08", "国庆节、中秋节")]
    [InlineData("2026-01-02", "元旦")]
    [InlineData("2026-02-16", "春节")]
    [InlineData("2026-02-23", "春节")]
    [InlineData("2026-05-05", "劳动节")]
    [InlineData("2026-09-25", "中秋节")]
    [InlineData("2026-10-07", "国庆节")]
    public void Nobody_works_on_a_public_holiday_whatever_its_weekday(string on, string name)
    {
        China.IsWorkday(DateOnly.Parse(on)).ShouldBeFalse();
        China.HolidayOn(DateOnly.Parse(on)).ShouldBe(name);
    }

    [Theory]
    [InlineData("2025-01-26")]
    [InlineData("2025-02-08")]
    [InlineData("2025-04-27")]
    [InlineData("2025-09-28")]
    [InlineData("2025-10-11")]
    [InlineData("2026-01-04")]
    [InlineData("2026-02-14")]
    [InlineData("2026-02-28")]
    [InlineData("2026-05-09")]
    [InlineData("2026-09-20")]
    [InlineData("2026-10-10")]
    public void A_weekend_day_that_makes_up_for_a_holiday_is_a_workday(string on)
    {
        var day = DateOnly.Parse(on);

        day.DayOfWeek.ShouldBeOneOf(DayOfWeek.Saturday, DayOfWeek.Sunday);
        China.IsWorkday(day).ShouldBeTrue();
    }

    [Theory]
    [InlineData("2026-03-06", true)]
    [InlineData("2026-03-07", false)]
    [InlineData("2026-03-08", false)]
    [InlineData("2026-03-09", true)]
    public void Other_days_follow_the_week(string on, bool works)
        => China.IsWorkday(DateOnly.Parse(on)).ShouldBe(works);

    [Fact]
    public void A_year_without_a_notice_counts_Monday_to_Friday_and_says_that_it_does_not_know()
    {
        China.Knows(2025).ShouldBeTrue();
        China.Knows(2026).ShouldBeTrue();
        China.Knows(2031).ShouldBeFalse();
        China.IsWorkday(new(2031, 10, 1)).ShouldBeTrue();
        China.IsWorkday(new(2031, 10, 4)).ShouldBeFalse();
    }

    [Fact]
    public void The_data_names_its_source_and_day()
    {
        China.Source.ShouldContain("State Council");
        China.UpdatedOn.ShouldBe(new(2025, 11, 4));
    }

    // The notices give 248 workdays in 2025 and in 2026: a slip of a day in the file shows here.
    [Theory]
    [InlineData(2025, 248)]
    [InlineData(2026, 248)]
    public void A_year_has_the_workdays_that_its_notice_leaves(int year, int workdays)
    {
        var days = Enumerable.Range(0, new DateOnly(year, 12, 31).DayOfYear).Select(n => new DateOnly(year, 1, 1).AddDays(n));

        days.Count(China.IsWorkday).ShouldBe(workdays);
    }
}
