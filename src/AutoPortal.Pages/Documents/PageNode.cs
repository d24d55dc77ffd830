using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace AutoPortal.Pages.Documents;

/// <summary>One block of a page as it is stored: what it is, what its author set, and what stands inside it. It never changes; every operation makes a new one.</summary>
/// <remarks>In JSON <c>{ "kind", "version", "id", "settings": { … }, "children": [ … ] }</c>; whatever else stands there is a mark.</remarks>
[JsonConverter(typeof(PageNodeConverter))]
public sealed record PageNode
{
    /// <summary>Unique in its document, and the block's anchor in the HTML: lower-case letters, digits and hyphens, at most 64.</summary>
    public required string Id { get; init; }

    /// <summary>Stored word of its kind; it may be one that no module of this build registers.</summary>
    public required string Kind { get; init; }

    /// <summary>The version of the kind in which <see cref="Settings"/> were written.</summary>
    public int Version { get; init; } = 1;

    /// <summary>What the author set, by property name in camelCase.</summary>
    public ImmutableSortedDictionary<string, JsonElement> Settings { get; init; } = Nothing;

    /// <summary>What stands beside the settings, such as locks; kept even where nobody understands it.</summary>
    public ImmutableSortedDictionary<string, JsonElement> Marks { get; init; } = Nothing;

    /// <summary>The blocks inside, in order.</summary>
    public ImmutableList<PageNode> Children { get; init; } = [];

    /// <summary>An empty set of fields, ordered by the letters' codes, so that JSON is the same on every machine.</summary>
    public static ImmutableSortedDictionary<string, JsonElement> Nothing { get; } = ImmutableSortedDictionary.Create<string, JsonElement>(StringComparer.Ordinal);

    /// <summary>The block and everything inside it, outermost first.</summary>
    public IEnumerable<PageNode> WithDescendants()
    {
        yield return this;
        foreach (var inner in Children.SelectMany(c => c.WithDescendants()))
        {
            yield return inner;
        }
    }

    /// <summary>A short word that is the same for equal content, children included.</summary>
    /// <remarks>Names are put in order at every depth: the database keeps objects in an order of its own, and what was stored must not look changed.</remarks>
    public string Fingerprint()
    {
        using var whole = new MemoryStream();
        using (var writer = new Utf8JsonWriter(whole))
        {
            WriteInOrder(writer, JsonSerializer.SerializeToElement(this));
        }

        return Convert.ToHexStringLower(SHA256.HashData(whole.GetBuffer().AsSpan(0, (int)whole.Length)))[..16];
    }

    private static void WriteInOrder(Utf8JsonWriter writer, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var field in value.EnumerateObject().OrderBy(f => f.Name, StringComparer.Ordinal))
                {
                    writer.WritePropertyName(field.Name);
                    WriteInOrder(writer, field.Value);
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in value.EnumerateArray())
                {
                    WriteInOrder(writer, item);
                }

                writer.WriteEndArray();
                break;
            default:
                value.WriteTo(writer);
                break;
        }
    }
}
