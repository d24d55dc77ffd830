using System.Globalization;
using AutoPortal.Ui.Looks;

namespace AutoPortal.Activities.List;

/// <summary>How an activity is shown to staff.</summary>
internal static class ActivityWords
{
    public static string Title(ActivityRow activity)
        => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" && activity.TitleEn.Length > 0 ? activity.TitleEn : activity.TitleZh;

    public static Tone Tone(string state) => state switch
    {
        "running" => Ui.Looks.Tone.Good,
        "scheduled" or "reviewing" => Ui.Looks.Tone.Note,
        "paused" => Ui.Looks.Tone.Warning,
        "cancelled" => Ui.Looks.Tone.Bad,
        _ => Ui.Looks.Tone.Calm,
    };

    /// <summary>Of its page's state.</summary>
    public static Tone PageTone(string state) => state switch
    {
        "live" => Ui.Looks.Tone.Good,
        "reviewing" => Ui.Looks.Tone.Warning,
        "scheduled" => Ui.Looks.Tone.Note,
        _ => Ui.Looks.Tone.Calm,
    };

    /// <summary>Of a sign-up's state.</summary>
    public static Tone SignUpTone(string state) => state switch
    {
        "confirmed" or "checked_in" or "rewarded" => Ui.Looks.Tone.Good,
        "waitlisted" => Ui.Looks.Tone.Warning,
        "signed" => Ui.Looks.Tone.Note,
        "no_show" => Ui.Looks.Tone.Bad,
        _ => Ui.Looks.Tone.Calm,
    };
}
