using AutoPortal.Kernel.Time;
using FsCheck;
using FsCheck.Fluent;

namespace AutoPortal.Kernel.Tests.Time;

public sealed class WorkingClockTests
{
    private static readonly WorkingClock Clock = new(BusinessCalendar.China, WorkingHours.Default);

    [Theory]
    [InlineData("2026-03-02 10:00", 30, "2026-03-02 10:30")]        // Monday, inside working hours
    [InlineData("2026-03-02 07:15", 30, "2026-03-02 09:30")]        // before opening
    [InlineData("2026-03-02 18:00", 30, "2026-03-03 09:30")]        // at closing it no longer runs
    [InlineData("2026-03-02 17:50", 30, "2026-03-03 09:20")]        // ten minutes today, twenty tomorrow
    [InlineData("2026-03-02 17:30", 30, "2026-03-02 18:00")]        // used up exactly at closing
    [InlineData("2026-03-06 17:50", 30, "2026-03-09 09:20")]        // over a weekend
    [InlineData("2026-03-07 11:00", 30, "2026-03-09 09:30")]        // from a Saturday
    [InlineData("2026-02-14 17:50", 30, "2026-02-24 09:20")]        // make-up Saturday, then nine days of Spring Festival
    [InlineData("2026-02-27 17:50", 30, "2026-02-28 09:20")]        // Friday before a make-up Saturday
    [InlineData("2026-09-30 16:00", 150, "2026-10-08 09:30")]       // over National Day
    [InlineData("2026-03-02 09:00", 2700, "2026-03-06 18:00")]      // five days of nine hours
    [InlineData("2026-03-02 20:00", 0, "2026-03-03 09:00")]         // no time at all still waits for the opening
    public void Working_time_passes_only_while_the_dealer_is_open(string from, int minutes, string due)
        => Clock.DueAfter(At(from), TimeSpan.FromMinutes(minutes)).ShouldBe(new DueTime(At(due), IsCalendarAssumed: false));

    [Theory]
    [InlineData("2026-03-02 10:00", 1, "2026-03-03 10:00")]
    [InlineData("2026-03-06 16:30", 1, "2026-03-09 16:30")]
    [InlineData("2026-03-07 16:30", 1, "2026-03-10 09:00")]         // a Saturday's count starts at Monday's opening
    [InlineData("2026-02-14 11:00", 2, "2026-02-25 11:00")]
    [InlineData("2026-03-02 21:00", 0, "2026-03-03 09:00")]
    public void A_count_of_workdays_keeps_the_time_of_day(string from, int workdays, string due)
        => Clock.DueAfterWorkdays(At(from), workdays).At.ShouldBe(At(due));

    [Fact]
    public void A_due_time_that_rests_on_an_unknown_year_says_so()
    {
        var due = Clock.DueAfter(At("2031-01-01 17:50"), TimeSpan.FromMinutes(30));

        due.ShouldBe(new DueTime(At("2031-01-02 09:20"), IsCalendarAssumed: true));
    }

    [Fact]
    public void A_year_that_only_the_end_of_the_count_reaches_is_told_too()
        => Clock.DueAfterWorkdays(At("2026-12-31 10:00"), 1).IsCalendarAssumed.ShouldBeTrue();

    [Fact]
    public void At_exactly_the_due_time_it_is_late()
    {
        var due = Clock.DueAfter(At("2026-03-02 10:00"), TimeSpan.FromMinutes(30));

        due.IsMetBy(At("2026-03-02 10:29").AddSeconds(59)).ShouldBeTrue();
        due.IsMetBy(At("2026-03-02 10:30")).ShouldBeFalse();
    }

    [Theory]
    [InlineData("2026-03-02 08:59", false)]
    [InlineData("2026-03-02 09:00", true)]
    [InlineData("2026-03-02 17:59", true)]
    [InlineData("2026-03-02 18:00", false)]
    [InlineData("2026-03-07 11:00", false)]
    [InlineData("2026-02-14 11:00", true)]
    public void It_is_open_on_workdays_from_opening_until_closing(string at, bool open)
        => Clock.IsOpen(At(at)).ShouldBe(open);

    [Fact]
    public void Each_dealer_has_its_own_hours()
    {
        var late = new WorkingClock(BusinessCalendar.China, new(new(10, 30), new(21, 0)));

        late.DueAfter(At("2026-03-02 20:45"), TimeSpan.FromMinutes(30)).At.ShouldBe(At("2026-03-03 10:45"));
    }

    [Fact]
    public void The_working_time_up_to_a_due_time_is_the_time_that_was_given()
    {
        var starts = Gen.Choose(0, 700 * 24 * 60).Select(m => new DateTimeOffset(2025, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(m));
        var spans = Gen.Choose(1, 5_000).Select(m => TimeSpan.FromMinutes(m));

        Prop.ForAll(Arb.From(starts), Arb.From(spans), (from, time) => Clock.Between(from, Clock.DueAfter(from, time).At) == time)
            .QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Hours_that_do_not_end_after_they_begin_are_refused()
        => Should.Throw<ArgumentException>(() => new WorkingHours(new(18, 0), new(9, 0)));

    [Fact]
    public void A_day_in_Shanghai_begins_eight_hours_before_the_same_day_in_UTC()
    {
        ShanghaiTime.DateOf(new(2026, 3, 1, 16, 0, 0, TimeSpan.Zero)).ShouldBe(new(2026, 3, 2));
        ShanghaiTime.StartOf(new(2026, 3, 2)).ShouldBe(new(2026, 3, 1, 16, 0, 0, TimeSpan.Zero));
        ShanghaiTime.Of(new(2026, 3, 1, 16, 0, 0, TimeSpan.Zero)).Hour.ShouldBe(0);
    }

    private static DateTimeOffset At(string shanghai)
        => ShanghaiTime.At(DateOnly.Parse(shanghai[..10]), TimeOnly.Parse(shanghai[11..]));
}
