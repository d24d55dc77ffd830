using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Nodes;
using AutoPortal.Pages.Contracts;

namespace AutoPortal.Pages.Templates;

/// <summary>Built-in page documents by code. A value <c>{{word}}</c> is filled from the author's words, else from the template's own; an item of a list whose words are all empty is left out.</summary>
internal static class TemplateCatalog
{
    private const string Prefix = "template:";

    private static readonly FrozenDictionary<string, string> ByCode = typeof(TemplateCatalog).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
        .ToFrozenDictionary(name => name[Prefix.Length..], Read, StringComparer.Ordinal);

    public static IEnumerable<string> Codes => ByCode.Keys;

    /// <summary>The filled document as JSON, or null where there is no such template.</summary>
    public static string? Fill(string code, IReadOnlyDictionary<string, LocalText> words)
    {
        if (!ByCode.TryGetValue(code, out var json))
        {
            return null;
        }

        var template = JsonNode.Parse(json)!.AsObject();
        var all = template["words"].Deserialize<Dictionary<string, LocalText>>() ?? [];
        foreach (var (word, text) in words)
        {
            all[word] = text;
        }

        template.Remove("words");
        Fill(template, all, PageLanguages.Chinese);
        return template.ToJsonString();
    }

    private static void Fill(JsonNode node, Dictionary<string, LocalText> words, string language)
    {
        if (node is JsonArray array)
        {
            foreach (var item in array.OfType<JsonNode>().ToList())
            {
                if (SaysNothing(item, words))
                {
                    array.Remove(item);
                    continue;
                }

                Fill(item, words, language);
            }
        }
        else if (node is JsonObject one)
        {
            foreach (var (name, value) in one.ToList())
            {
                var itsLanguage = name is "en" || name.EndsWith("En", StringComparison.Ordinal) ? PageLanguages.English : language;
                if (value is JsonValue && Placeholder(value) is { } word)
                {
                    // An empty word leaves nothing behind, so that the block's own default or absence stands.
                    var text = words.GetValueOrDefault(word)?.In(itsLanguage) ?? "";
                    if (text.Length == 0)
                    {
                        one.Remove(name);
                    }
                    else
                    {
                        one[name] = text;
                    }
                }
                else if (value is not null)
                {
                    Fill(value, words, itsLanguage);
                }
            }
        }
    }

    // A fact or a step whose words are all empty is left out; a block stays, for its author to fill.
    private static bool SaysNothing(JsonNode item, Dictionary<string, LocalText> words)
        => item is JsonObject one && !one.ContainsKey("kind") && WordsIn(one).ToList() is [_, ..] asked && asked.All(word => words.GetValueOrDefault(word) is null or { IsEmpty: true });

    private static IEnumerable<string> WordsIn(JsonNode? node) => node switch
    {
        JsonObject one => one.SelectMany(property => WordsIn(property.Value)),
        JsonArray array => array.SelectMany(WordsIn),
        JsonValue value when Placeholder(value) is { } word => [word],
        _ => [],
    };

    private static string? Placeholder(JsonNode value)
        => value.GetValueKind() is JsonValueKind.String && value.GetValue<string>() is ['{', '{', .., '}', '}'] placeholder ? placeholder[2..^2] : null;

    private static string Read(string resource)
    {
        using var reader = new StreamReader(typeof(TemplateCatalog).Assembly.GetManifestResourceStream(resource)!);
        return reader.ReadToEnd();
    }
}
