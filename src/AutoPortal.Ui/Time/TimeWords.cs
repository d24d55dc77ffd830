using System.Globalization;
using AutoPortal.Kernel.Time;
using Microsoft.Extensions.Localization;

namespace AutoPortal.Ui.Time;

/// <summary>Says when something was or will be, by the clocks in Shanghai: in relation to now within a day, as a date beyond.</summary>
public static class TimeWords
{
    /// <summary>How far from now a moment is still said in relation to it.</summary>
    public static readonly TimeSpan Near = TimeSpan.FromDays(1);

    /// <summary>The moment in words.</summary>
    public static string Of(DateTimeOffset at, DateTimeOffset now, IStringLocalizer<UiTexts> text)
    {
        var since = now - at;
        var span = since.Duration();
        if (span < Near)
        {
            return Relative(span, since < TimeSpan.Zero, text);
        }

        var (there, here) = (ShanghaiTime.Of(at), ShanghaiTime.Of(now));
        var format = text[there.Year == here.Year ? "time.this_year" : "time.other_year"];
        return there.ToString(format, CultureInfo.CurrentUICulture);
    }

    /// <summary>Day, hour and minute in full.</summary>
    public static string Whole(DateTimeOffset at)
        => ShanghaiTime.Of(at).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    private static string Relative(TimeSpan span, bool ahead, IStringLocalizer<UiTexts> text)
    {
        if (span < TimeSpan.FromMinutes(1))
        {
            return text[ahead ? "time.soon" : "time.now"];
        }

        return span < TimeSpan.FromHours(1)
            ? text[ahead ? "time.in_minutes" : "time.minutes_ago", (int)span.TotalMinutes]
            : text[ahead ? "time.in_hours" : "time.hours_ago", (int)span.TotalHours];
    }
}
