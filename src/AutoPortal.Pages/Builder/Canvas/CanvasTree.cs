using System.Text.Json;
using AutoPortal.Pages.Documents;

namespace AutoPortal.Pages.Builder.Canvas;

/// <summary>A block as the browser knows it: enough for the outline, for dragging and for the keyboard, and no settings.</summary>
/// <param name="Id">The block.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Words">Its first words, to tell it from others of its kind.</param>
/// <param name="Inner">What stands inside it.</param>
internal sealed record CanvasTree(string Id, string Kind, string Words, IReadOnlyList<CanvasTree> Inner)
{
    private const int MostWords = 40;
    private static readonly string[] Telling = ["title", "label", "text", "name", "caption"];

    public static CanvasTree Of(PageNode block, string language) => new(block.Id, block.Kind, WordsOf(block, language), [.. block.Children.Select(c => Of(c, language))]);

    private static string WordsOf(PageNode block, string language)
    {
        foreach (var name in Telling)
        {
            if (block.Settings.TryGetValue(name, out var value) && Say(value, language) is { Length: > 0 } words)
            {
                return words.Length > MostWords ? words[..MostWords] : words;
            }
        }

        return "";
    }

    private static string Say(JsonElement value, string language)
        => value.ValueKind switch
        {
            JsonValueKind.String => value.GetString() ?? "",
            JsonValueKind.Object when value.TryGetProperty(language, out var words) && words.ValueKind is JsonValueKind.String && words.GetString() is { Length: > 0 } said => said,
            JsonValueKind.Object when value.TryGetProperty("zh", out var words) && words.ValueKind is JsonValueKind.String => words.GetString() ?? "",
            _ => "",
        };
}
