using System.Globalization;
using AutoPortal.Ui.Looks;

namespace AutoPortal.Platform.Organisation;

/// <summary>How what is stored about dealers is said.</summary>
internal static class DealerWords
{
    public static readonly string[] States = ["open", "opening_planned", "suspended", "left"];

    public static string Day(DateOnly on) => on.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static Tone ToneOf(string state) => state switch
    {
        "open" => Tone.Good,
        "opening_planned" => Tone.Note,
        "suspended" => Tone.Warning,
        _ => Tone.Calm,
    };
}
