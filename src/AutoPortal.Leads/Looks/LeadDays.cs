using System.Globalization;
using AutoPortal.Kernel.Time;
using Microsoft.Extensions.Localization;

namespace AutoPortal.Leads.Looks;

/// <summary>Days and times that lie ahead, as people make appointments; Shanghai time.</summary>
internal static class LeadDays
{
    public static string When(DateTimeOffset at, DateTimeOffset now, IStringLocalizer<LeadTexts> text)
        => $"{Day(ShanghaiTime.DateOf(at), now, text)} {ShanghaiTime.TimeOf(at):HH\\:mm}";

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
