using System.Globalization;
using System.Text.Json;
using AutoPortal.Pages.Contracts;
using AutoPortal.Ui.Looks;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace AutoPortal.Pages.Library;

/// <summary>How pages and their releases read on staff screens.</summary>
internal static class PageWords
{
    private const int LongestValue = 160;
    public static readonly string[] States = ["draft", "live", "ended"];
    public static readonly string[] Pending = ["reviewing", "scheduled"];
    public static readonly string[] Owners = ["hq", "master", "dealer"];
    public static readonly string[] Kinds = [PagePaths.Activity, PagePaths.Content];

    /// <summary>An author's words in the reader's language.</summary>
    public static string Say(LocalText words)
        => words.In(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" ? PageLanguages.English : PageLanguages.Chinese);

    /// <summary>A setting's value in few words, for comparing.</summary>
    public static string Short(JsonElement? value)
    {
        var words = value is not { } there ? "—"
            : there.ValueKind is JsonValueKind.String ? there.GetString()!
            : there.ValueKind is JsonValueKind.Object && there.TryGetProperty("zh", out var zh) && zh.ValueKind is JsonValueKind.String ? zh.GetString()!
            : there.ValueKind is JsonValueKind.Array && Texts(there).Any() ? string.Join(" ", Texts(there))
            : there.GetRawText();
        return words.Length <= LongestValue ? words : words[..LongestValue] + "…";
    }

    // The words of a written text or of cards, without the tree around them.
    private static IEnumerable<string> Texts(JsonElement tree) => tree.ValueKind switch
    {
        JsonValueKind.Array => tree.EnumerateArray().SelectMany(Texts),
        JsonValueKind.Object when tree.TryGetProperty("zh", out var zh) && zh.ValueKind is JsonValueKind.String => [zh.GetString()!],
        JsonValueKind.Object => tree.EnumerateObject().SelectMany(p => p is { Name: "text", Value.ValueKind: JsonValueKind.String } ? [p.Value.GetString()!] : Texts(p.Value)),
        _ => [],
    };

    /// <summary>What the public sees, and what is on its way.</summary>
    public static RenderFragment Chips(IStringLocalizer<PagesTexts> text, PageRow page) => builder =>
    {
        builder.AddContent(0, StateChip.Of(text["page_state." + page.State], ToneOf(page.State)));
        if (page.Pending is { } pending)
        {
            builder.AddContent(1, " ");
            builder.AddContent(2, StateChip.Of(text["release." + pending], ToneOf(pending)));
        }
    };

    public static Tone ToneOf(string state) => state switch
    {
        "live" => Tone.Good,
        "reviewing" => Tone.Warning,
        "scheduled" => Tone.Note,
        "rejected" => Tone.Bad,
        _ => Tone.Calm,
    };
}
