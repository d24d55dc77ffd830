using Microsoft.Extensions.Localization;

namespace AutoPortal.Leads.Looks;

/// <summary>Spans of time as people say them: the two largest units at most, minutes rounded up while anything is left.</summary>
internal static class Spans
{
    public static string Say(TimeSpan span, IStringLocalizer<LeadTexts> text)
    {
        var minutes = (int)Math.Ceiling(span.TotalMinutes);
        return minutes switch
        {
            < 60 => text["span.minutes", Math.Max(1, minutes)],
            < 24 * 60 => minutes % 60 == 0 ? text["span.hours", minutes / 60] : text["span.hours_minutes", minutes / 60, minutes % 60],
            _ => text["span.days", minutes / (24 * 60)],
        };
    }
}
