using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;

namespace AutoPortal.Activities.Kinds;

/// <summary>The kinds that were registered, and how their settings are stored: <c>{ "kind", "version", … }</c>.</summary>
internal sealed class KindCatalog(IEnumerable<ActivityKind> kinds)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>In the order of registration.</summary>
    public IReadOnlyList<ActivityKind> All { get; } = [.. kinds];

    public ActivityKind? Find(string? code) => All.FirstOrDefault(k => k.Code == code);

    /// <exception cref="InvalidOperationException">No kind has this code.</exception>
    public ActivityKind Get(string code) => Find(code) ?? throw new InvalidOperationException($"No kind of activity is registered as {code}.");

    public string Write(ActivityKind kind, KindSettings settings)
    {
        var json = new JsonObject { ["kind"] = kind.Code, ["version"] = kind.Version };
        foreach (var (name, value) in JsonSerializer.SerializeToNode(settings, kind.SettingsType, Json)!.AsObject().ToList())
        {
            json[name] = value?.DeepClone();
        }

        return json.ToJsonString(Json);
    }

    /// <summary>The settings as they are read today: older versions are lifted, missing values take the kind's defaults.</summary>
    public KindSettings Read(ActivityKind kind, string stored)
    {
        var json = JsonNode.Parse(stored)!.AsObject();
        var version = json["version"]?.GetValue<int>() ?? kind.Version;
        foreach (var lift in kind.Lifts.Where(l => l.From >= version).OrderBy(l => l.From))
        {
            lift.Apply(json);
        }

        return (KindSettings)json.Deserialize(kind.SettingsType, Json)!;
    }

    /// <summary>Whether two stored settings of a kind differ in nothing but better words; an unknown kind must not be touched at all.</summary>
    public bool AreAlike(string code, string one, string other)
        => Find(code) is { } kind ? kind.IsAlike(Read(kind, one), Read(kind, other)) : JsonNode.DeepEquals(JsonNode.Parse(one), JsonNode.Parse(other));
}
