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

    /// <summary>A setting's value as people read it: words in both languages, a text or cards without the tree around them, anything else as it is stored.</summary>
    public static string Say(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Object when Word(value, "zh") is { } zh => Word(value, "en") is { Length: > 0 } en ? $"{zh} / {en}" : zh,
        JsonValueKind.Array when Texts(value).Any() => string.Join(" ", Texts(value)),
        _ => value.GetRawText(),
    };

    /// <summary>The same in few words, for comparing in a line.</summary>
    public static string Short(JsonElement? value)
    {
        var words = value is { } there ? Say(there) : "—";
        return words.Length <= LongestValue ? words : words[..LongestValue] + "…";
    }

    private static string? Word(JsonElement words, string language) => words.TryGetProperty(language, out var word) && word.ValueKind is JsonValueKind.String ? word.GetString() : null;

    private static IEnumerable<string> Texts(JsonElement tree) => tree.ValueKind switch
    {
        JsonValueKind.Array => tree.EnumerateArray().SelectMany(Texts),
        JsonValueKind.Object when Word(tree, "zh") is { } zh => [zh],
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
