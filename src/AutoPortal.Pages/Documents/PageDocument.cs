using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace AutoPortal.Pages.Documents;

/// <summary>A whole page as a tree: the page is the root, its settings are title, look and sharing, its children are the blocks.</summary>
/// <remarks>In JSON <c>{ "format": 2, "settings": { … }, "blocks": [ … ] }</c>; the first format had no settings. What it does not understand it keeps.</remarks>
public sealed partial record PageDocument(PageNode Root)
{
    /// <summary>Id of the root in operations.</summary>
    public const string RootId = "page";

    private const string Format = "format";
    private const string Settings = "settings";
    private const string BlocksName = "blocks";
    private const int PresentFormat = 2;
    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly JsonDocumentOptions Bounded = new() { MaxDepth = 64 };

    /// <summary>A page with nothing on it.</summary>
    public static PageDocument Empty { get; } = new(new PageNode { Id = RootId, Kind = RootId });

    /// <summary>The blocks that stand in no other block, in order.</summary>
    public ImmutableList<PageNode> Blocks => Root.Children;

    /// <summary>Reads a stored or posted document of any format.</summary>
    /// <exception cref="FormatException">The text is no page document; the message says where.</exception>
    public static PageDocument Parse(string json)
    {
        if (json.Length > PageLimits.Characters)
        {
            throw new FormatException($"A page document has at most {PageLimits.Characters} characters.");
        }

        if (NoCharacter().IsMatch(json))
        {
            throw new FormatException("A page document holds a character that is none (U+0000).");
        }

        JsonElement root;
        try
        {
            using var document = JsonDocument.Parse(json, Bounded);
            root = document.RootElement.Clone();
        }
        catch (JsonException fault)
        {
            throw new FormatException($"Not JSON at line {fault.LineNumber + 1}.", fault);
        }

        if (root.ValueKind is not JsonValueKind.Object || !root.TryGetProperty(BlocksName, out var blocks) || blocks.ValueKind is not JsonValueKind.Array)
        {
            throw new FormatException("A page document is an object with an array \"blocks\".");
        }

        var page = new PageDocument(new PageNode
        {
            Id = RootId,
            Kind = RootId,
            Settings = root.TryGetProperty(Settings, out var settings) ? PageNodeConverter.Fields(settings, _ => true) : PageNode.Nothing,
            Marks = PageNodeConverter.Fields(root, name => name is not (Format or Settings or BlocksName)),
            Children = [.. blocks.EnumerateArray().Select(b => PageNodeConverter.Read(b, 1))],
        });
        return page.Misfit() is { } misfit ? throw new FormatException(misfit) : page;
    }

    /// <summary>The document as it is stored; equal documents give equal text.</summary>
    public string ToJson()
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Compact))
        {
            writer.WriteStartObject();
            writer.WriteNumber(Format, PresentFormat);
            PageNodeConverter.WriteFields(writer, Root.Marks);
            writer.WriteStartObject(Settings);
            PageNodeConverter.WriteFields(writer, Root.Settings);
            writer.WriteEndObject();
            writer.WriteStartArray(BlocksName);
            foreach (var block in Blocks)
            {
                JsonSerializer.Serialize(writer, block);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    // The database keeps no such character in its documents; an even number of backslashes before it makes it plain letters.
    [GeneratedRegex(@"(?<!\\)(?:\\\\)*\\u0000", RegexOptions.CultureInvariant)]
    private static partial Regex NoCharacter();

    /// <summary>What is wrong with the tree as a whole, or null.</summary>
    internal string? Misfit()
    {
        if (!string.Equals(Root.Id, RootId, StringComparison.Ordinal) || Root.Height() > PageLimits.Depth + 1)
        {
            return $"A page begins with its root and goes at most {PageLimits.Depth} levels deep.";
        }

        var ids = new HashSet<string>(StringComparer.Ordinal) { RootId };
        foreach (var block in Blocks.SelectMany(b => b.WithDescendants()))
        {
            if (!ids.Add(block.Id))
            {
                return $"Two blocks share the id '{block.Id}'.";
            }

            if (ids.Count > PageLimits.Blocks + 1)
            {
                return $"A page has at most {PageLimits.Blocks} blocks.";
            }
        }

        return null;
    }
}
