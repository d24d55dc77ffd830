using AutoPortal.Kernel.Time;
using AutoPortal.Leads.Domain;
using AutoPortal.Leads.Looks;
using AutoPortal.Ui.Looks;
using Microsoft.Extensions.Localization;

namespace AutoPortal.Leads.Replay;

/// <summary>How replays are said to people.</summary>
internal static class ReplayWords
{
    public static string Of(ReplayState state) => StoredWord<ReplayState>.Of(state);

    public static Tone ToneOf(ReplayState state) => state switch
    {
        ReplayState.Checking or ReplayState.Applying => Tone.Note,
        ReplayState.Checked or ReplayState.Stopped => Tone.Warning,
        ReplayState.Applied => Tone.Good,
        ReplayState.Failed => Tone.Bad,
        _ => Tone.Calm,
    };

    /// <summary>A state, or why it is invalid.</summary>
    public static string Result(IStringLocalizer<LeadTexts> text, string result)
        => result.Split(':') is [var state, var reason] ? $"{text.Say("state", state)} · {text.Say("cleaning_reason", reason)}" : text.Say("state", result);

    public static string Scope(IStringLocalizer<LeadTexts> text, ReplayScope scope)
        => string.Join(text["list_comma"], [.. scope.What.Select(kind => text[$"replay.kind_{kind}"].Value), .. Limits(text, scope)]);

    private static IEnumerable<string> Limits(IStringLocalizer<LeadTexts> text, ReplayScope scope)
    {
        if (scope.CreatedFrom is { } from)
        {
            yield return text["replay.since", ShanghaiTime.DateOf(from)];
        }

        if (scope.CreatedUntil is { } until)
        {
            yield return text["replay.up_to", ShanghaiTime.DateOf(until).AddDays(-1)];
        }

        if (scope.Source is { } source)
        {
            yield return text.Source(source);
        }

        if (scope.ImportRunId is not null)
        {
            yield return text["replay.one_run"];
        }
    }
}
