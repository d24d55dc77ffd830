using System.Text.Json;

namespace AutoPortal.Kernel.Time;

/// <summary>Which days China works: weekends, public holidays and the make-up workdays that pay for them.</summary>
/// <remarks>The days come from a dated data file. A year that has no notice yet counts Monday to Friday, and <see cref="Knows"/> says so.</remarks>
public sealed class BusinessCalendar
{
    private readonly HashSet<int> _years = [];
    private readonly Dictionary<DateOnly, string> _holidays = [];
    private readonly HashSet<DateOnly> _makeUpWorkdays = [];

    private BusinessCalendar(HolidayFile file)
    {
        Source = file.Source;
        UpdatedOn = file.Updated;
        foreach (var year in file.Years)
        {
            _years.Add(year.Year);
            _makeUpWorkdays.UnionWith(year.MakeUpWorkdays);
            foreach (var holiday in year.Holidays)
            {
                for (var day = holiday.From; day <= holiday.To; day = day.AddDays(1))
                {
                    _holidays.Add(day, holiday.Name);
                }
            }
        }
    }

    /// <summary>The calendar of mainland China that ships with this build.</summary>
    public static BusinessCalendar China { get; } = Load();

    /// <summary>Who decided these days.</summary>
    public string Source { get; }

    /// <summary>The day of the newest notice in the data.</summary>
    public DateOnly UpdatedOn { get; }

    /// <summary>Whether the year's notice is in the data; where it is not, answers are a guess by weekday.</summary>
    public bool Knows(int year) => _years.Contains(year);

    /// <summary>Whether the country works on this day.</summary>
    public bool IsWorkday(DateOnly on)
        => _makeUpWorkdays.Contains(on)
            || (on.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !_holidays.ContainsKey(on));

    /// <summary>The holiday's Chinese name, or null on any other day.</summary>
    public string? HolidayOn(DateOnly on) => _holidays.GetValueOrDefault(on);

    private static BusinessCalendar Load()
    {
        using var stream = typeof(BusinessCalendar).Assembly.GetManifestResourceStream("AutoPortal.Kernel.Time.china-holidays.json")
            ?? throw new InvalidOperationException("The holiday data is not embedded in the Kernel.");
        return new(JsonSerializer.Deserialize<HolidayFile>(stream, JsonSerializerOptions.Web)
            ?? throw new InvalidOperationException("The holiday data is empty."));
    }

    private sealed record HolidayFile(string Source, DateOnly Updated, IReadOnlyList<HolidayYear> Years);

    private sealed record HolidayYear(int Year, string Notice, DateOnly Published, IReadOnlyList<Holiday> Holidays, IReadOnlyList<DateOnly> MakeUpWorkdays);

    private sealed record Holiday(string Name, DateOnly From, DateOnly To);
}
