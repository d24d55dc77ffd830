using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace AutoPortal.Pages.Documents;

/// <summary>Reads and writes blocks, and lifts documents of the first format, in which settings stood beside kind and id.</summary>
internal sealed class PageNodeConverter : JsonConverter<PageNode>
{
    private const string Kind = "kind";
    private const string Version = "version";
    private const string Id = "id";
    private const string Settings = "settings";
    private const string Children = "children";

    public override PageNode Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var json = JsonDocument.ParseValue(ref reader);
        try
        {
            return Read(json.RootElement.Clone(), 1);
        }
        catch (FormatException fault)
        {
            throw new JsonException(fault.Message, fault);
        }
    }

    public override void Write(Utf8JsonWriter writer, PageNode value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString(Kind, value.Kind);
        writer.WriteNumber(Version, value.Version);
        writer.WriteString(Id, value.Id);
        WriteFields(writer, value.Marks);
        writer.WriteStartObject(Settings);
        WriteFields(writer, value.Settings);
        writer.WriteEndObject();
        if (!value.Children.IsEmpty)
        {
            writer.WriteStartArray(Children);
            foreach (var child in value.Children)
            {
                Write(writer, child, options);
            }

            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }

    public static void WriteFields(Utf8JsonWriter writer, IEnumerable<KeyValuePair<string, JsonElement>> fields)
    {
        foreach (var (name, value) in fields)
        {
            writer.WritePropertyName(name);
            value.WriteTo(writer);
        }
    }

    /// <exception cref="FormatException">It is no block; the message says why.</exception>
    public static PageNode Read(JsonElement stored, int depth)
    {
        if (depth > PageLimits.Depth)
        {
            throw new FormatException($"Blocks stand in each other at most {PageLimits.Depth} deep.");
        }

        if (stored.ValueKind is not JsonValueKind.Object || Word(stored, Kind) is not { Length: > 0 and <= 64 } kind)
        {
            throw new FormatException("Every block is an object with a \"kind\".");
        }

        if (Word(stored, Id) is not { } id || !PageLimits.IsAnchor(id))
        {
            throw new FormatException($"A block of kind '{kind}' needs an \"id\" of its own: lower-case letters, digits and hyphens.");
        }

        var isOfFirstFormat = !stored.TryGetProperty(Settings, out var settings);
        var beside = Fields(stored, name => name is not (Kind or Version or Id or Settings or Children));
        return new PageNode
        {
            Id = id,
            Kind = kind,
            Version = stored.TryGetProperty(Version, out var version) && version.ValueKind is JsonValueKind.Number && version.TryGetInt32(out var number) ? number : 1,
            Settings = isOfFirstFormat ? beside : Fields(settings, _ => true),
            Marks = isOfFirstFormat ? PageNode.Nothing : beside,
            Children = ReadChildren(stored, kind, depth),
        };
    }

    public static ImmutableSortedDictionary<string, JsonElement> Fields(JsonElement from, Func<string, bool> taken)
    {
        if (from.ValueKind is not JsonValueKind.Object)
        {
            throw new FormatException("Settings are an object.");
        }

        var fields = PageNode.Nothing.ToBuilder();
        // A null is an absent field, so that an operation need not tell the two apart.
        foreach (var field in from.EnumerateObject().Where(f => f.Value.ValueKind is not JsonValueKind.Null && taken(f.Name)))
        {
            fields[field.Name] = field.Value;
        }

        return fields.ToImmutable();
    }

    private static ImmutableList<PageNode> ReadChildren(JsonElement stored, string kind, int depth)
    {
        if (!stored.TryGetProperty(Children, out var children))
        {
            return [];
        }

        return children.ValueKind is JsonValueKind.Array
            ? [.. children.EnumerateArray().Select(child => Read(child, depth + 1))]
            : throw new FormatException($"The children of a block of kind '{kind}' are an array.");
    }

    private static string? Word(JsonElement stored, string name)
        => stored.TryGetProperty(name, out var word) && word.ValueKind is JsonValueKind.String ? word.GetString() : null;
}
