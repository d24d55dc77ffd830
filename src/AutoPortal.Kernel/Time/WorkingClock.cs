namespace AutoPortal.Kernel.Time;

/// <summary>A clock that only runs while a place is open: on workdays, in its working hours.</summary>
public sealed class WorkingClock(BusinessCalendar calendar, WorkingHours hours)
{
    // A calendar with a year of holidays in a row is a broken data file, not a reason to loop for ever.
    private const int LongestRestDays = 366;

    /// <summary>The moment at which this much working time has passed.</summary>
    /// <param name="from">Outside working hours the clock starts at the next opening.</param>
    /// <param name="workingTime">Working time, not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative.</exception>
    public DueTime DueAfter(DateTimeOffset from, TimeSpan workingTime)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(workingTime, TimeSpan.Zero);

        var (at, assumed) = NextOpen(from);
        var left = workingTime;
        while (true)
        {
            var closesAt = ShanghaiTime.At(ShanghaiTime.DateOf(at), hours.ClosesAt);
            if (left <= closesAt - at)
            {
                return new((at + left).ToUniversalTime(), assumed);
            }

            left -= closesAt - at;
            (at, var dayAssumed) = NextOpen(closesAt);
            assumed |= dayAssumed;
        }
    }

    /// <summary>The same time of day, so many workdays later.</summary>
    /// <param name="from">Outside working hours the count starts at the next opening.</param>
    /// <param name="workdays">Not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public DueTime DueAfterWorkdays(DateTimeOffset from, int workdays)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(workdays);

        var (start, assumed) = NextOpen(from);
        var day = ShanghaiTime.DateOf(start);
        for (var left = workdays; left > 0; left--)
        {
            (day, var dayAssumed) = NextWorkday(day.AddDays(1));
            assumed |= dayAssumed;
        }

        return new(ShanghaiTime.At(day, ShanghaiTime.TimeOf(start)), assumed);
    }

    /// <summary>Working time between two moments; zero where the second is not later.</summary>
    public TimeSpan Between(DateTimeOffset from, DateTimeOffset to)
    {
        var sum = TimeSpan.Zero;
        for (var day = ShanghaiTime.DateOf(from); day <= ShanghaiTime.DateOf(to); day = day.AddDays(1))
        {
            if (!calendar.IsWorkday(day))
            {
                continue;
            }

            var start = Later(from, ShanghaiTime.At(day, hours.OpensAt));
            var end = Earlier(to, ShanghaiTime.At(day, hours.ClosesAt));
            sum += end > start ? end - start : TimeSpan.Zero;
        }

        return sum;
    }

    /// <summary>Whether the place is open at this moment.</summary>
    public bool IsOpen(DateTimeOffset at)
    {
        var time = ShanghaiTime.TimeOf(at);
        return calendar.IsWorkday(ShanghaiTime.DateOf(at)) && time >= hours.OpensAt && time < hours.ClosesAt;
    }

    private (DateTimeOffset At, bool Assumed) NextOpen(DateTimeOffset from)
    {
        var day = ShanghaiTime.DateOf(from);
        var firstDay = ShanghaiTime.TimeOf(from) < hours.ClosesAt ? day : day.AddDays(1);
        var (openDay, assumed) = NextWorkday(firstDay);
        return (Later(from, ShanghaiTime.At(openDay, hours.OpensAt)), assumed);
    }

    private (DateOnly Day, bool Assumed) NextWorkday(DateOnly from)
    {
        var assumed = false;
        for (var day = from; day < from.AddDays(LongestRestDays); day = day.AddDays(1))
        {
            assumed |= !calendar.Knows(day.Year);
            if (calendar.IsWorkday(day))
            {
                return (day, assumed);
            }
        }

        throw new InvalidOperationException($"No workday within a year of {from:O}.");
    }

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;
}
