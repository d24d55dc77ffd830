using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace AutoPortal.Kernel.Messaging;

/// <summary>Names and JSON form of events: camelCase, absent when null, Chinese unescaped.</summary>
public static class EventTypes
{
    private static readonly ConcurrentDictionary<Type, string> Names = new();

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        // What keeps the order stands in a column of its own; an override does not inherit [JsonIgnore].
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { info => Drop(info, "aggregateKey") } },
    };

    /// <summary>The stored name.</summary>
    /// <exception cref="InvalidOperationException">The type carries no <see cref="EventTypeAttribute"/>.</exception>
    public static string NameOf(Type type) => Names.GetOrAdd(type, t =>
        t.GetCustomAttribute<EventTypeAttribute>()?.Name ?? throw new InvalidOperationException($"{t.Name} carries no [EventType]."));

    /// <summary>The stored form.</summary>
    public static string Serialize(IntegrationEvent integrationEvent) => JsonSerializer.Serialize(integrationEvent, integrationEvent.GetType(), Json);

    /// <summary>Reads the stored form.</summary>
    public static TEvent Deserialize<TEvent>(string payload) where TEvent : IntegrationEvent
        => JsonSerializer.Deserialize<TEvent>(payload, Json) ?? throw new JsonException($"Empty payload for {typeof(TEvent).Name}.");

    private static void Drop(JsonTypeInfo info, string name)
    {
        if (info.Properties.FirstOrDefault(p => p.Name == name) is { } property && typeof(IntegrationEvent).IsAssignableFrom(info.Type))
        {
            info.Properties.Remove(property);
        }
    }
}
