using System.Text.Encodings.Web;
using System.Text.Json;
using AutoPortal.Pages.Documents;

namespace AutoPortal.Pages.Builder.Session;

/// <summary>Blocks as text in the clipboard, so that they go between pages, tabs, browsers and tenants.</summary>
internal static class Clip
{
    private const string Marker = "autoportal-blocks";

    // The circuit takes messages of 256 kB; what is larger is copied as a page.
    private const int MostCharacters = 100_000;

    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = 64 };

    /// <summary>The text, or an empty one where there is nothing or too much.</summary>
    public static string Write(IEnumerable<PageNode> blocks)
    {
        var copied = blocks.ToList();
        if (copied.Count == 0)
        {
            return "";
        }

        var text = JsonSerializer.Serialize(new Copied(Marker, copied), Web);
        return text.Length > MostCharacters ? "" : text;
    }

    /// <summary>The blocks of a text; none where it is something else.</summary>
    public static IReadOnlyList<PageNode> Read(string? text)
    {
        if (string.IsNullOrEmpty(text) || text.Length > MostCharacters)
        {
            return [];
        }

        try
        {
            return JsonSerializer.Deserialize<Copied>(text, Web) is { Type: Marker, Blocks: { } blocks } ? blocks : [];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    private sealed record Copied(string Type, IReadOnlyList<PageNode>? Blocks);
}
