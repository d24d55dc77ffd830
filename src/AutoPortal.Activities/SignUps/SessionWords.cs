using System.Globalization;
using AutoPortal.Kernel.Time;

namespace AutoPortal.Activities.SignUps;

/// <summary>How a session's time is written, in Shanghai.</summary>
internal static class SessionWords
{
    /// <summary>Such as <c>12月5日 周六 09:00–11:00</c> or <c>Sat 5 Dec 09:00–11:00</c>.</summary>
    public static string Of(DateTimeOffset from, DateTimeOffset until)
    {
        var (start, end) = (ShanghaiTime.Of(from), ShanghaiTime.Of(until));
        var day = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" ? start.ToString("ddd d MMM", CultureInfo.GetCultureInfo("en")) : start.ToString("M月d日 ddd", CultureInfo.GetCultureInfo("zh-CN"));
        return string.Create(CultureInfo.InvariantCulture, $"{day} {start:HH:mm}–{end:HH:mm}");
    }
}
