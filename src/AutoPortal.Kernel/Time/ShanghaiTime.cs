namespace AutoPortal.Kernel.Time;

/// <summary>Days and clock times as people in the portal's country read them; moments are stored in UTC.</summary>
/// <remarks>A fixed offset: mainland China has one zone and no daylight saving, so no zone data of the machine is needed.</remarks>
public static class ShanghaiTime
{
    /// <summary>UTC+8.</summary>
    public static readonly TimeSpan Offset = TimeSpan.FromHours(8);

    /// <summary>The same moment, with its day and hour as a clock in Shanghai shows them.</summary>
    public static DateTimeOffset Of(DateTimeOffset at) => at.ToOffset(Offset);

    /// <summary>The day in Shanghai on which the moment falls.</summary>
    public static DateOnly DateOf(DateTimeOffset at) => DateOnly.FromDateTime(at.ToOffset(Offset).DateTime);

    /// <summary>The clock time in Shanghai of the moment.</summary>
    public static TimeOnly TimeOf(DateTimeOffset at) => TimeOnly.FromDateTime(at.ToOffset(Offset).DateTime);

    /// <summary>The moment, in UTC, at which clocks in Shanghai show this day and time.</summary>
    public static DateTimeOffset At(DateOnly on, TimeOnly time)
        => new DateTimeOffset(on.ToDateTime(time), Offset).ToUniversalTime();

    /// <summary>The moment, in UTC, at which the day begins in Shanghai.</summary>
    public static DateTimeOffset StartOf(DateOnly on) => At(on, TimeOnly.MinValue);
}
