using System.Globalization;
using System.Text.Json.Nodes;

namespace AutoPortal.Activities.Kinds.Survey;

/// <summary>Lifts questions that were one a line, with the answers behind <c>|</c>. An answer was stored in its own words, so those become its id.</summary>
internal static class QuestionLines
{
    public static void Lift(JsonObject json)
    {
        if (json["questions"] is JsonValue lines)
        {
            json["questions"] = new JsonArray([.. lines.GetValue<string>().Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Question)]);
        }
    }

    private static JsonNode Question(string line, int place)
    {
        var parts = line.Split('|', StringSplitOptions.TrimEntries);
        string[] choices = [.. parts.Skip(1).Where(c => c.Length > 0).Distinct(StringComparer.Ordinal)];
        return new JsonObject
        {
            ["id"] = string.Create(CultureInfo.InvariantCulture, $"q{place + 1}"),
            ["words"] = parts[0],
            ["kind"] = choices.Length > 0 ? "one" : "words",
            ["isRequired"] = choices.Length > 0,
            ["choices"] = new JsonArray([.. choices.Select(c => (JsonNode)new JsonObject { ["id"] = c, ["words"] = c })]),
        };
    }
}
