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
}
