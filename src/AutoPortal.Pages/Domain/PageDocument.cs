using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace AutoPortal.Pages.Domain;

/// <summary>The blocks of a page as they are stored, in order. What it does not understand it keeps.</summary>
internal sealed class PageDocument
{
    private static readonly JsonSerializerOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly JsonObject _root;

    private PageDocument(JsonObject root, IReadOnlyList<JsonObject> blocks)
    {
        _root = root;
        Blocks = blocks;
    }

    public IReadOnlyList<JsonObject> Blocks { get; }

    /// <exception cref="FormatException">The text is no page document; the message says where.</exception>
    public static PageDocument Parse(string json)
    {
        JsonNode? node;
        try
        {
            node = JsonNode.Parse(json);
        }
        catch (JsonException fault)
        {
            throw new FormatException($"Not JSON at line {fault.LineNumber + 1}.", fault);
        }

        if (node is not JsonObject root || root["blocks"] is not JsonArray blocks)
        {
            throw new FormatException("A page document is an object with an array \"blocks\".");
        }

        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var block in blocks)
        {
            if (block is not JsonObject one || Word(one, "kind") is not { Length: > 0 } kind)
            {
                throw new FormatException("Every block is an object with a \"kind\".");
            }

            if (Word(one, "id") is not { } id || !IsAnchor(id) || !ids.Add(id))
            {
                throw new FormatException($"A block of kind '{kind}' needs an \"id\" of its own: lower-case letters, digits and hyphens.");
            }
        }

        return new PageDocument(root, [.. blocks.Select(b => b!.AsObject())]);
    }

    public string ToJson() => _root.ToJsonString(Compact);

    private static bool IsAnchor(string id)
        => id.Length is > 0 and <= 64 && id.All(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-');

    private static string? Word(JsonObject block, string name)
        => block[name] is JsonValue value && value.TryGetValue<string>(out var word) ? word : null;
}
