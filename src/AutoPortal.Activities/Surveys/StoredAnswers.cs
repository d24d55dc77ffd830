using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using AutoPortal.Activities.Kinds;

namespace AutoPortal.Activities.Surveys;

/// <summary>How answers stand in a sign-up: by the question's name, the id of a choice or free words as a text, several choices as a list.</summary>
internal static class StoredAnswers
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static string Write(IReadOnlyDictionary<string, JsonNode> answers)
        => answers.Count == 0 ? "{}" : JsonSerializer.Serialize(answers, Json);

    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Read(string stored)
        => JsonNode.Parse(stored)!.AsObject().ToDictionary(a => a.Key, a => Said(a.Value), StringComparer.Ordinal);

    /// <summary>An answer in words; choices that are offered no longer stand as they were stored.</summary>
    public static string InWords(KindQuestion question, IReadOnlyList<string> said, string and)
        => string.Join(and, said.Select(id => question.Choices.FirstOrDefault(c => c.Id == id)?.Words ?? id));

    private static IReadOnlyList<string> Said(JsonNode? value) => value switch
    {
        null => [],
        JsonArray several => [.. several.OfType<JsonValue>().Select(v => v.ToString())],
        _ => [value.ToString()],
    };
}
