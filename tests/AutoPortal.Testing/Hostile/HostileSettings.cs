using System.Reflection;
using System.Text.Json.Nodes;

namespace AutoPortal.Testing.Hostile;

/// <summary>Writes hostile words into every place of a block's settings that takes words, addresses and codes included.</summary>
public sealed class HostileSettings(IReadOnlyList<string> words)
{
    private int _next;

    /// <summary>Whether each of the words was written at least once since the last <see cref="Begin"/>.</summary>
    public bool IsThrough => _next >= words.Count;

    public void Begin() => _next = 0;

    /// <summary>Settings of a record with the next words in all its places.</summary>
    public JsonObject Fill(Type record)
        => new(record.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(p => p.SetMethod is not null && p.Name is not "Id")
            .Select(p => KeyValuePair.Create(char.ToLowerInvariant(p.Name[0]) + p.Name[1..], Value(p.PropertyType)))
            .Where(p => p.Value is not null));

    private JsonNode? Value(Type type)
    {
        if (type == typeof(string) || type.Name is "LocalText")
        {
            return Next();
        }

        if (type.Name is "RichText")
        {
            return new JsonArray([.. new[] { "paragraph", "heading", Next() }.Select(kind => new JsonObject { ["type"] = kind, ["runs"] = new JsonArray(Run(), Run()) }), new JsonObject { ["type"] = "list", ["items"] = new JsonArray(new JsonArray(Run()), new JsonArray(Run())) }]);
        }

        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>))
        {
            var inner = type.GetGenericArguments()[0];
            return new JsonArray([.. Enumerable.Range(0, 3).Select(_ => Value(inner)).OfType<JsonNode>()]);
        }

        return type == typeof(bool) ? true
            : type == typeof(int) ? 3
            : type == typeof(long) || type == typeof(long?) ? 1_000_000
            : type.IsClass ? Fill(type) : null;
    }

    private JsonObject Run() => new() { ["text"] = Next(), ["href"] = Next(), ["color"] = Next(), ["bold"] = true };

    private string Next() => words[_next++ % words.Count];
}
