using System.Globalization;
using AutoPortal.Kernel.Outcomes;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Leads.Domain;
using AutoPortal.Ui.Looks;
using Microsoft.Extensions.Localization;

namespace AutoPortal.Leads.Looks;

/// <summary>How stored words are said to people.</summary>
internal static class LeadWords
{
    /// <summary>The words of a stored code, or the code itself where nobody named it: a new rule must not blank a screen.</summary>
    public static string Say(this IStringLocalizer<LeadTexts> text, string kind, string? code)
        => string.IsNullOrEmpty(code) ? "—" : text[$"{kind}.{code}"] is { ResourceNotFound: false } said ? said : code;

    /// <summary>Why a lead waits: what it lacks and what only has to be checked are different things of the same field.</summary>
    public static string Flagged(this IStringLocalizer<LeadTexts> text, string? code)
        => text[$"cleaning_review.{code}"] is { ResourceNotFound: false } said ? said : text.Say("cleaning_reason", code);

    /// <summary>Why a step of the cleaning ended as it did; empty where there is nothing to say.</summary>
    public static string Reasons(this IStringLocalizer<LeadTexts> text, CleaningStep step)
        => string.Join(text["list_comma"], (step.Reason ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries).Select(r => step.Name == "normalise" ? text.Flagged(r) : text.Say("cleaning_reason", r)));

    public static string State(this IStringLocalizer<LeadTexts> text, LeadState state) => text.Say("state", state.Word());

    /// <summary>The two named levels of a source; the third is the campaign itself, which its touch names better.</summary>
    public static string Source(this IStringLocalizer<LeadTexts> text, string code)
    {
        var levels = code.Split('.');
        var first = text.Say("source", levels[0]);
        return levels.Length == 1 ? first : $"{first} · {text.Say("source", $"{levels[0]}.{levels[1]}")}";
    }

    /// <summary>Both levels of why a lead was lost.</summary>
    public static string LostReason(this IStringLocalizer<LeadTexts> text, string? l1, string? l2)
        => l1 is null ? "—" : l2 is null ? text.Say("lost", l1) : $"{text.Say("lost", l1)} · {text.Say("lost", $"{l1}.{l2}")}";

    /// <summary>Why not, and what to do.</summary>
    public static string Why(this IStringLocalizer<LeadTexts> text, Refusal refusal)
        => refusal.Details is [string state, ..] && StoredWord<LeadState>.Find(state) is { } known
            ? text[refusal.Code, text.State(known)]
            : text[refusal.Code, refusal.Details];

    public static Tone ToneOf(string state) => ToneOf(StoredWord<LeadState>.Read(state));

    public static Tone ToneOf(LeadState state) => state switch
    {
        LeadState.Dispatched or LeadState.LostPending => Tone.Warning,
        LeadState.Assigned => Tone.Accent,
        LeadState.Following or LeadState.Invited or LeadState.Arrived or LeadState.TestDriven => Tone.Note,
        LeadState.Ordered or LeadState.Delivered => Tone.Good,
        _ => Tone.Calm,
    };

    /// <summary>The whole name for the dealer's own people, its first character for HQ and regions (domain language §1 T2, §16).</summary>
    public static string NameFor(CurrentScope reader, string name)
        => name.Length == 0 ? "—" : reader.Reach is Reach.Dealer or Reach.Own ? name : Masked(name);

    /// <summary>First character and asterisks.</summary>
    public static string Masked(string name) => name.Length == 0 ? "" : StringInfo.GetNextTextElement(name) + "**";

    public static string Word(this HeatBand heat) => StoredWord<HeatBand>.Of(heat);

    public static string Word(this StepResult result) => StoredWord<StepResult>.Of(result);
}
