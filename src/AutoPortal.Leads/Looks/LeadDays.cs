using System.Globalization;
using AutoPortal.Kernel.Time;
using Microsoft.Extensions.Localization;

namespace AutoPortal.Leads.Looks;

/// <summary>Days and times that lie ahead, as people make appointments; Shanghai time.</summary>
internal static class LeadDays
{
    public static string When(DateTimeOffset at, DateTimeOffset now, IStringLocalizer<LeadTexts> text)
        => $"{Day(ShanghaiTime.DateOf(at), now, text)} {ShanghaiTime.TimeOf(at):HH\\:mm}";

    /// <summary>As short as a button wants it: within a week the weekday is enough.</summary>
    public static string Short(DateTime clock, DateTimeOffset now, IStringLocalizer<LeadTexts> text)
    {
        var day = DateOnly.FromDateTime(clock);
        var said = day.DayNumber - ShanghaiTime.DateOf(now).DayNumber is > 1 and < 7 ? day.ToString("ddd", CultureInfo.CurrentUICulture) : Day(day, now, text);
        return $"{said} {TimeOnly.FromDateTime(clock):HH\\:mm}";
    }

    /// <summary>Today and its neighbours by name, others by date and weekday.</summary>
    public static string Day(DateOnly day, DateTimeOffset now, IStringLocalizer<LeadTexts> text)
        => (day.DayNumber - ShanghaiTime.DateOf(now).DayNumber) switch
        {
            0 => text["day.today"],
            1 => text["day.tomorrow"],
            -1 => text["day.yesterday"],
            _ => day.ToString(text["day.format"], CultureInfo.CurrentUICulture),
        };
}
